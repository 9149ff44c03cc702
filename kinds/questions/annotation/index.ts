import type { Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import * as z from 'zod';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { isSpanRight, type Span, spanAgreement, wordsOf } from '@/rules/assessment/annotation';
import type { SpanLabel } from '@/rules/learning/answer-forms';
import { promptOf, readWhole } from '../feedback';
import type { QuestionKind } from '../kind';
import { spansIn } from './spans';

/** The agreement from which on an annotation is right, as in double coding: no two readers agree wholly. */
const usualPass = 0.8;

/** What an annotation is marked with: the keys, how long the passage is, and the ids of each label. */
const moreForm = z.object({
  pass: z.number(),
  keys: z.array(z.array(z.object({ from: z.number(), to: z.number(), labels: z.array(z.string()) }))),
  words: z.number(),
  labels: z.array(z.array(z.string())),
});

const cellsOf = (table: Table): string[][] =>
  table.children.map((row) => row.children.map((cell) => textOf(cell).trim()));

/** Where some words stand in the passage, as first and last word; reports words that are not there, or twice. */
function placeOf(quoted: string, words: string[], table: Table, context: CompileContext) {
  const wanted = wordsOf(quoted).map((word) => word.trim());
  const at = words.flatMap((_word, index) =>
    wanted.every((word, offset) => words[index + offset]?.trim() === word) ? [index] : [],
  );
  if (wanted.length === 0 || at.length !== 1) {
    const found = at.length === 0 ? 'do not stand' : 'stand more than once';
    context.problem(table, `the words “${quoted.slice(0, 60)}” ${found} in the passage`);
    return null;
  }
  return { from: at[0] ?? 0, to: (at[0] ?? 0) + wanted.length - 1 };
}

/** A table as one key: the words of each span, and its labels. */
function readKey(table: Table, words: string[], labels: SpanLabel[], context: CompileContext): Span[] {
  return cellsOf(table)
    .slice(1)
    .flatMap(([quoted = '', ...values]) => {
      const place = placeOf(quoted, words, table, context);
      const ids = labels.map(
        ({ options }, at) => options.find(({ label }) => label === values[at])?.id ?? '',
      );
      return place ? [{ ...place, labels: ids }] : [];
    });
}

/** The labels that the head of the first table names, with every value any table gives, and the decoys. */
function readLabels(tables: Table[], node: DirectiveNode): SpanLabel[] {
  const [head = []] = tables[0] ? cellsOf(tables[0]) : [];
  return head.slice(1).map((name, at) => {
    const used = tables.flatMap((table) =>
      cellsOf(table)
        .slice(1)
        .map((row) => row[at + 1] ?? ''),
    );
    const more = (node.attributes?.[name.toLowerCase()] ?? '').split(';').map((value) => value.trim());
    const values = [...new Set([...used, ...more])].filter((value) => value !== '').sort();
    return { name, options: values.map((label, index) => ({ id: `v${index}`, label })) };
  });
}

/**
 * Spans of a passage are marked with who speaks, in which mode, on what evidence: the labels are the author's.
 * Marked word by word against one key or several, of which the one that agrees best counts.
 */
export const annotation: QuestionKind = {
  name: 'annotation',
  answerForm: 'spans',
  instruction: 'Mark the spans of the passage, and say of each what it is.',
  unanswered: 'Mark at least one span, and say what it is.',
  parse(node, context) {
    const quotes = node.children.filter((child) => child.type === 'blockquote');
    const tables = node.children.filter((child) => child.type === 'table');
    const [passage] = quotes;
    if (!passage || quotes.length !== 2) {
      context.problem(node, 'kind="annotation" needs two quotations: the passage, and the feedback');
      return null;
    }
    if (!tables[0] || cellsOf(tables[0]).length < 2) {
      context.problem(node, 'kind="annotation" needs a table: the words of each span, and their labels');
      return null;
    }
    const whole = readWhole(node, context);
    if (!whole) return null;
    const words = wordsOf(textOf(passage));
    const labels = readLabels(tables, node);
    if (labels.length === 0 || labels.some(({ options }) => options.length < 2)) {
      context.problem(node, 'a label of kind="annotation" has at least two values to choose from');
      return null;
    }
    const keys = tables.map((table) => readKey(table, words, labels, context));
    const written = Number(node.attributes?.pass ?? usualPass);
    const pass = written > 0 && written <= 1 ? written : usualPass;
    if (pass !== written) context.problem(node, 'pass="…" is a share, like 0.8');
    const lang = node.attributes?.lang?.trim() || null;
    const [key = []] = keys;
    return {
      student: {
        kind: 'annotation',
        prompt: promptOf(node, [...quotes, ...tables], context),
        options: [],
        ask: {
          form: 'spans',
          words,
          lang,
          labels,
          atMost: Math.max(...keys.map(({ length }) => length)) + 4,
        },
      },
      key: {
        kind: 'annotation',
        correct: key.flatMap(({ from, to, labels: given }) => [String(from), String(to), ...given]),
        feedback: {},
        right: whole.right,
        wrong: whole.wrong,
        more: {
          pass,
          keys,
          words: words.length,
          labels: labels.map(({ options }) => options.map(({ id }) => id)),
        },
      },
    };
  },
  grade(key, answer) {
    const more = moreForm.safeParse(key.more);
    if (!more.success) return null;
    const spans = spansIn(answer, more.data);
    if (!spans || spans.length === 0) return null;
    const { keys, pass } = more.data;
    const best = keys
      .map((one) => ({ one, agreement: spanAgreement(one, spans) }))
      .reduce((top, next) => (next.agreement > top.agreement ? next : top));
    const score = best.agreement >= pass ? 1 : Math.round((best.agreement / pass) * 1e6) / 1e6;
    return {
      correct: score === 1,
      score,
      options: spans.map((span, index) => ({
        id: String(index),
        right: isSpanRight(best.one, span),
        html: '',
      })),
      overall: score === 1 ? key.right : key.wrong,
    };
  },
};

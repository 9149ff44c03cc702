// What kinds share whose answer puts options into places: a table is read, and places are marked.
import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import { shareScore } from '@/rules/assessment/scores';
import type { AnswerKey } from '@/rules/editions/edition';
import { isBlank } from '@/rules/learning/answer-forms';
import type { Answer } from '@/rules/learning/evidence';
import { renderInline } from './feedback';
import type { Verdict } from './kind';
import { optionId } from './option-id';

/** A row: the item, what belongs to it as html and as the words of a list, and what is said when it is wrong. */
type Row = { item: string; belongs: string; words: string; said: string };

/** What places and options are called. */
type Heads = { place: string; option: string };

/** The id of a place by where it stands among them. */
export const placeId = (index: number): string => `p${index + 1}`;

/** The table of a question: an item, what belongs to it and perhaps what is said when that is wrong, row by row. */
export function readTable(kind: string, node: DirectiveNode, context: CompileContext) {
  const table = (node.children as RootContent[]).find((child) => child.type === 'table');
  const [head, ...rows] = table?.type === 'table' ? table.children : [];
  if (table?.type !== 'table' || !head) {
    context.problem(node, `kind="${kind}" needs a table: an item in each row, and what belongs to it`);
    return null;
  }
  const read = rows.map((row) => readRow(row, context));
  const complete = read.filter((row) => row !== null);
  return complete.length < read.length ? null : { table, heads: headsOf(table), rows: complete };
}

/** What the columns are called, where they are called something. */
function headsOf({ children: [head] }: Table): Heads | undefined {
  const [place = '', option = ''] = head?.children.map((cell) => textOf(cell).trim()) ?? [];
  return place || option ? { place, option } : undefined;
}

const cellHtml = (cell: TableCell | undefined, context: CompileContext): string =>
  cell?.children.length ? renderInline([{ type: 'paragraph', children: cell.children }], context).trim() : '';

function readRow(row: TableRow, context: CompileContext): Row | null {
  const [item, belongs, said] = row.children;
  if (!item || !belongs || row.children.length > 3) {
    context.problem(row, 'a row has two cells, or three with what is said when it is wrong');
    return null;
  }
  // What is put somewhere is chosen from a list, and a list shows words alone.
  const words = textOf(belongs, { includeImageAlt: false }).replace(/\s+/g, ' ').trim();
  if (words === '') {
    context.problem(row, 'the second cell of a row says in words what belongs there');
    return null;
  }
  const why = cellHtml(said, context);
  if (why !== '' && said?.children[0]?.type !== 'strong')
    context.problem(row, 'what is said when a row is wrong begins with its misconception in bold');
  return {
    item: cellHtml(item, context),
    belongs: cellHtml(belongs, context),
    words,
    said: why && `<p>${why}</p>`,
  };
}

/** Whether no two are alike; reports it when they are. */
export function areDistinct(texts: string[], what: string, table: Table, context: CompileContext): boolean {
  const distinct = new Set(texts).size === texts.length;
  if (!distinct) context.problem(table, `two ${what} read the same`);
  return distinct;
}

/** What the learner is asked, of places and options in the order they are shown in. */
export const asked = (heads: Heads | undefined, places: string[], options: string[]) => ({
  options: options.map((html, index) => ({ id: optionId(index), html })),
  ask: {
    form: 'places' as const,
    ...(heads && { heads }),
    places: places.map((html, index) => ({ id: placeId(index), html })),
  },
});

/**
 * What marks it: the right option of each place. There is feedback by the id of every place and every option,
 * empty where nothing is said: which ids there are is known by it.
 */
export const keyOf = (
  correct: string[],
  options: number,
  said: [string, string][],
  { right, wrong }: { right: string; wrong: string },
) => ({
  correct,
  feedback: {
    ...Object.fromEntries(Array.from({ length: options }, (_, index) => [optionId(index), ''])),
    ...Object.fromEntries(said),
  },
  right,
  wrong,
});

/**
 * Marks options in their places, each place alike. One left empty is not right, and nothing is said of it;
 * of a wrong one is said what the option that was put there calls for, or else what the place does.
 */
export function gradePlaces(key: AnswerKey, answer: Answer): Verdict | null {
  if (isBlank(answer) || answer.length !== key.correct.length) return null;
  const places = answer.map((_, index) => placeId(index));
  const isOption = (id: string) => Object.hasOwn(key.feedback, id) && !places.includes(id);
  if (answer.some((id) => id !== '' && !isOption(id))) return null;
  const options = answer.map((put, index) => {
    const id = placeId(index);
    const right = put === key.correct[index];
    return { id, right, html: right || put === '' ? '' : key.feedback[put] || (key.feedback[id] ?? '') };
  });
  const score = shareScore(options.map(({ right }) => right));
  const correct = score === 1;
  return { correct, score, options, overall: correct ? key.right : key.wrong };
}

import type { List, ListItem, RootContent, Table, TableCell } from 'mdast';
import type { DirectiveNode } from '@/kinds/blocks/kind';
import { isHint, withoutHints } from '@/kinds/blocks/question/hints';
import { itemText } from '@/kinds/questions/feedback';
import { tagsIn } from '@/rules/assessment/bank';
import { type Format, isCarried, lostIn, notCarried } from '@/rules/exchange/carries';
import type { Asked, Carried, Exchanged, Pair } from '@/rules/exchange/question';
import { type Parts, readCloze, readSides, readTimeline } from './read-parts';
import { isQuotation, optionOf, said, sourceOf } from './source';

const cellText = (cell: TableCell | undefined, source: string): string =>
  cell
    ? sourceOf(
        cell.children.length > 0 ? [{ ...cell, position: spanOf(cell) } as never] : [],
        source,
      ).replaceAll('\\|', '|')
    : '';

const spanOf = ({ children }: TableCell) => {
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  return first && last ? { start: first.start, end: last.end } : undefined;
};

function tableOf(
  kind: 'matching' | 'categorise',
  { children: [head, ...rows] }: Table,
  source: string,
): Asked {
  const pairs = rows.map(
    ({ children: [item, match, third] }): Pair => ({
      item: cellText(item, source),
      match: cellText(match, source),
      said: cellText(third, source),
    }),
  );
  return {
    kind,
    heads: [cellText(head?.children[0], source), cellText(head?.children[1], source)],
    pairs,
  };
}

const decimal = /^-?\d+(\.\d+)?$/;

/** A tolerance as an amount: a share is of the answer. */
function amount(answer: string, tolerance: string): string {
  const share = /^(\d+(?:\.\d+)?)\s*%$/.exec(tolerance.trim())?.[1];
  return share === undefined
    ? tolerance.trim()
    : String(Number((Math.abs(Number(answer)) * Number(share) * 0.01).toPrecision(12)));
}

function askedOf(kind: string, node: DirectiveNode, source: string): Asked | null {
  const children = node.children as RootContent[];
  const list = children.find((child): child is List => child.type === 'list');
  const table = children.find((child): child is Table => child.type === 'table');
  const items = list?.children ?? [];
  const plain = (item: ListItem): Exchanged => ({
    text: itemText(item),
    right: item.checked === true,
    said: said(item, source),
  });
  switch (kind) {
    case 'single':
    case 'multiple':
      return { kind, options: items.map(optionOf(source)) };
    case 'short-text':
      return { kind, forms: items.map(plain) };
    case 'ordering':
      return { kind, items: items.map((item) => optionOf(source)(item).text) };
    case 'matching':
    case 'categorise':
      return table ? tableOf(kind, table, source) : null;
    case 'numeric': {
      const answer = node.attributes?.answer?.trim() ?? '';
      const foreseen = items.map(plain).filter(({ text }) => decimal.test(text));
      const tolerance = amount(answer, node.attributes?.tolerance ?? '');
      return decimal.test(answer) ? { kind, answer, tolerance, foreseen } : null;
    }
    case 'timeline':
      return readTimeline(items, source);
    default:
      return null;
  }
}

const answers = new Set(['list', 'table', 'blockquote']);

/** What a question asks, and the blocks before it. */
function partsOf(kind: string, node: DirectiveNode, source: string): Parts | null {
  const children = node.children as RootContent[];
  if (kind === 'true-false') return readSides(children, source);
  if (kind === 'cloze') return readCloze(children, source);
  const asked = askedOf(kind, node, source);
  return asked && { asked, prompt: children.filter(({ type }) => !answers.has(type)) };
}

/** What a question has that some formats have no place for. */
function hasOf(asked: Asked, { attributes, children }: DirectiveNode, whole: string): string[] {
  const hints = (children as RootContent[]).filter(isHint);
  const pairs = 'pairs' in asked ? asked : null;
  const facts: [string, boolean][] = [
    ['partial', asked.kind === 'ordering' || asked.kind === 'timeline'],
    ['near', attributes?.spelling === 'near'],
    ['units', !!attributes?.units],
    ['heads', !!pairs?.heads.join('')],
    ['row-feedback', pairs?.pairs.some((pair) => pair.said !== '') ?? false],
    ['whole-feedback', whole !== ''],
    ['passage', !!attributes?.passage],
    ['objective', !!attributes?.objective],
    ['difficulty', !!attributes?.difficulty],
    ['hints', hints.length > 0],
    ['hint-costs', hints.some((hint) => !!hint.attributes?.cost)],
  ];
  return facts.flatMap(([name, is]) => (is ? [name] : []));
}

/** A question of the bank on its way into a format: what it is there, and what is lost, or why it cannot go. */
export function readQuestion(whole: DirectiveNode, source: string, format: Format): Carried {
  const node = withoutHints(whole);
  const written = (whole.children as RootContent[]).filter(isHint);
  const hints = written.map(({ children }) => sourceOf(children, source).replaceAll('\n\n', ''));
  const { kind = '', id = '', tags, difficulty } = node.attributes ?? {};
  if (!kind || !isCarried(format, kind))
    return { question: null, title: id ?? '', why: notCarried(format, kind ?? '') };
  const parts = partsOf(kind, node, source);
  if (!parts)
    return {
      question: null,
      title: id ?? '',
      why: 'It has a mistake, or is written in a way that cannot be carried.',
    };
  const children = node.children as RootContent[];
  const quotation = children.findLast(isQuotation);
  const [first, ...rest] = quotation?.type === 'blockquote' ? quotation.children : [];
  const { asked } = parts;
  const prompt = sourceOf(parts.prompt, source);
  const wrong = first ? sourceOf([first], source) : '';
  const right = sourceOf(rest, source);
  const notes = lostIn(format, asked.kind, hasOf(asked, whole, wrong + right));
  const question = {
    id: id ?? '',
    prompt,
    asked,
    wrong,
    right,
    tags: tagsIn(tags ?? ''),
    difficulty: difficulty ?? '',
    ...(hints.length > 0 ? { hints } : {}),
  };
  return { question, title: question.id, notes };
}

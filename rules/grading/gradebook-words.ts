import { type DerivationLine, percentText } from './grade-words';
import type { CategoryLine, CourseResult, ItemLine } from './gradebook';
import { wholeShare } from './grades';
import { exactPoints } from './percent';
import type { GradebookItem } from './settings';

const itemCounts = {
  counts: '',
  dropped: 'Among the lowest, and dropped',
  'not-graded': 'Not graded yet, and does not count so far',
  'no-points': 'Has no points, and does not count',
  outside: 'Is in no category, and does not count',
} as const;

const ofItem = ({ item, share, counts, earned }: ItemLine): DerivationLine => ({
  what: item.title,
  numbers: share === null ? '–' : `${percentText(share)} = ${exactPoints(earned)} of ${item.points} points`,
  why: itemCounts[counts],
});

const ofCategory = (category: CategoryLine, weights: number): DerivationLine => {
  const { title, earned, possible, share, weight } = category;
  const what = `${title} in all`;
  if (share === null)
    return { what, numbers: '–', why: 'Nothing in it is graded: its weight is spread over the others' };
  const sum = `${exactPoints(earned)} of ${possible} points = ${percentText(share)}`;
  return { what, numbers: sum, why: weight === 0 ? 'Weighs nothing' : `Weighs ${weight} of ${weights}` };
};

/** What somebody's grades come to, line by line: each item, each category, and the total. */
export function courseLines(result: CourseResult): { title: string; lines: DerivationLine[] }[] {
  const { categories, weights, outside, soFar, atEnd } = result;
  const parts = categories
    .filter(({ lines }) => lines.length > 0)
    .map((category) => ({
      title: category.title,
      lines: [...category.lines.map(ofItem), ofCategory(category, weights)],
    }));
  if (outside.length > 0) parts.push({ title: 'In no category', lines: outside.map(ofItem) });
  const total = (share: number | null) => (share === null ? '–' : percentText(share));
  parts.push({
    title: 'In all',
    lines: [
      { what: 'So far', numbers: total(soFar), why: 'By their weights, of what is graded, rounded down' },
      { what: 'At the end', numbers: total(atEnd), why: 'If nothing more is graded: it counts as nothing' },
    ],
  });
  return parts;
}

/** What an item asks of who has to pass it. */
const requiredText = ({ pass }: Pick<GradebookItem, 'pass'>): string =>
  pass === null ? 'more than 0 %' : `${pass} %`;

/** What is missing to pass, a sentence each; none once it is passed. */
export function missingToPass({ soFar, atEnd, pass, passed, required }: CourseResult): string[] {
  if (passed) return [];
  const open = required
    .filter((line) => !line.passed)
    .map(({ item, share }) =>
      share === null
        ? `“${item.title}” has to be passed with ${requiredText(item)}.`
        : `“${item.title}” has to be passed with ${requiredText(item)}; it has ${percentText(share)}.`,
    );
  const gap = pass * 10_000 - (atEnd ?? 0);
  if (gap > 0)
    return [
      `${percentText(Math.min(wholeShare, gap + 99))} more of the whole course: it is passed with ${pass} %.`,
      ...open,
    ];
  return soFar === null ? ['Something has to be graded.', ...open] : open;
}

import type { Criterion } from './work';

/** A criterion as a form has it: its levels are lines that begin with their points. */
export type CriterionLine = { id: string; title: string; levels: string };

/** Criteria and levels that a rubric has at the most. */
export const mostCriteria = 20;
const mostLevels = 9;
const mostPoints = 1_000;

/** An id made of a title that no other criterion has. */
function freshId(title: string, taken: ReadonlySet<string>): string {
  const words = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const base = words || 'criterion';
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}

type Level = Criterion['levels'][number];

/** The levels that lines say, or what is wrong with them. */
function levelsIn(text: string): { levels: Level[] } | { wrong: string } {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const levels: Level[] = [];
  for (const line of lines) {
    const [, points = '', says = ''] = /^(\d+)[\s:.)–-]+(\S.*)$/.exec(line) ?? [];
    if (points === '')
      return { wrong: `Begin with the points, and say what the work is like: “${line.slice(0, 40)}”.` };
    if (Number(points) > mostPoints) return { wrong: `A level has at most ${mostPoints} points.` };
    levels.push({ points: Number(points), says });
  }
  if (levels.length < 2) return { wrong: 'Write at least two levels, one on each line.' };
  if (levels.length > mostLevels) return { wrong: `Write at most ${mostLevels} levels.` };
  const rising = levels.every(({ points }, at) => at === 0 || points > (levels[at - 1]?.points ?? 0));
  return rising
    ? { levels }
    : { wrong: 'Levels stand from the least to the most points, and no two give the same.' };
}

/** The rubric that a form says, with what is wrong by the number of its criterion and its field. */
export function rubricIn(lines: readonly CriterionLine[]): {
  rubric: Criterion[];
  wrong: Record<string, string>;
} {
  const wrong: Record<string, string> = {};
  const rubric: Criterion[] = [];
  const taken = new Set(lines.map(({ id }) => id.trim()).filter((id) => id !== ''));
  for (const [at, { id, title, levels }] of lines.entries()) {
    if (title.trim() === '' && levels.trim() === '') continue;
    if (title.trim() === '') wrong[`${at}.title`] = 'Name the criterion, or empty its levels to take it out.';
    const read = levelsIn(levels);
    if ('wrong' in read) wrong[`${at}.levels`] = read.wrong;
    const own = id.trim() || freshId(title, taken);
    taken.add(own);
    rubric.push({ id: own, title: title.trim(), levels: 'levels' in read ? read.levels : [] });
  }
  if (rubric.length === 0) wrong['0.title'] = 'Written work needs at least one criterion.';
  return { rubric, wrong };
}

import { describe, expect, test } from 'vitest';
import { countingGrading, openCriteria, pointsOf, rubricMark } from './rubric';
import type { Criterion } from './work';

const level = (points: number) => ({ points, says: `Worth ${points}` });
const rubric: Criterion[] = [
  { id: 'claim', title: 'The claim', levels: [level(0), level(1), level(3)] },
  { id: 'evidence', title: 'The evidence', levels: [level(1), level(4)] },
];

describe('a rubric', () => {
  test('gives at the most the points of its best levels', () => expect(pointsOf(rubric)).toBe(7));

  test('adds up what was chosen, in millionths of a point', () => {
    expect(rubricMark(rubric, { claim: 1, evidence: 1 })).toEqual({ earned: 5_000_000, possible: 7_000_000 });
    expect(rubricMark(rubric, { claim: 2, evidence: 1 }).earned).toBe(7_000_000);
  });

  test('gives nothing for what is open, is no level, or is no criterion', () => {
    expect(rubricMark(rubric, {}).earned).toBe(0);
    expect(rubricMark(rubric, { claim: 9, evidence: -1, toString: 1 }).earned).toBe(0);
  });

  test('names the criteria that are open', () => {
    expect(openCriteria(rubric, { claim: 0 }).map(({ id }) => id)).toEqual(['evidence']);
    expect(openCriteria(rubric, { claim: 3, evidence: 0 }).map(({ id }) => id)).toEqual(['claim']);
    expect(openCriteria(rubric, { claim: 0, evidence: 1 })).toEqual([]);
  });
});

describe('of several gradings counts', () => {
  const mark = (earned: number, possible = 10) => ({ earned, possible });
  test('none of none', () => expect(countingGrading([])).toBe(-1));
  test('the best share, and of equal ones the first', () => {
    expect(countingGrading([mark(3), mark(5), mark(5), mark(4)])).toBe(1);
    expect(countingGrading([mark(5, 10), mark(5, 8)])).toBe(1);
    expect(countingGrading([mark(0)])).toBe(0);
  });
});

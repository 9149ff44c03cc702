import { describe, expect, test } from 'vitest';
import { rubricIn } from './rubric-form';

const line = (title: string, levels = '0 No\n2 Yes', id = '') => ({ id, title, levels });

describe('a rubric in a form', () => {
  test('is read criterion by criterion, and what is empty is left out', () => {
    const { rubric, wrong } = rubricIn([
      line('The claim', '0 None.\n\n 2: Clear – and whole. ', 'old-id'),
      line(' ', '\n'),
      line('The claim', '1) No\n4 Yes'),
      line('证据'),
      line('The claim'),
    ]);
    expect(wrong).toEqual({});
    expect(rubric).toEqual([
      {
        id: 'old-id',
        title: 'The claim',
        levels: [
          { points: 0, says: 'None.' },
          { points: 2, says: 'Clear – and whole.' },
        ],
      },
      {
        id: 'the-claim',
        title: 'The claim',
        levels: [
          { points: 1, says: 'No' },
          { points: 4, says: 'Yes' },
        ],
      },
      {
        id: 'criterion',
        title: '证据',
        levels: [
          { points: 0, says: 'No' },
          { points: 2, says: 'Yes' },
        ],
      },
      {
        id: 'the-claim-2',
        title: 'The claim',
        levels: [
          { points: 0, says: 'No' },
          { points: 2, says: 'Yes' },
        ],
      },
    ]);
    expect(rubricIn([line('A'), line('A'), line('A')]).rubric.map(({ id }) => id)).toEqual([
      'a',
      'a-2',
      'a-3',
    ]);
  });

  test.each([
    ['no points', 'None', /Begin with the points/],
    ['too many points', '0 No\n1001 Yes', /at most 1000 points/],
    ['one level', '0 No', /at least two levels/],
    ['ten levels', Array.from({ length: 10 }, (_, at) => `${at} So`).join('\n'), /at most 9/],
    ['levels that fall', '2 Yes\n1 No', /from the least to the most/],
    ['levels that are equal', '1 Yes\n1 No', /from the least to the most/],
  ])('says what is wrong with %s', (_title, levels, message) =>
    expect(rubricIn([line('A', levels)]).wrong['0.levels']).toMatch(message),
  );

  test('needs a criterion, and each its title', () => {
    expect(rubricIn([line('', '')]).wrong).toEqual({ '0.title': expect.stringMatching(/at least one/) });
    expect(rubricIn([line('A'), line('')]).wrong).toEqual({ '1.title': expect.stringMatching(/Name/) });
  });
});

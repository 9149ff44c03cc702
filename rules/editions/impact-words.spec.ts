import { describe, expect, test } from 'vitest';
import type { LessonImpact } from './impact';
import { choiceSentences, isFelt, lessonSentence } from './impact-words';

const nobody = { kept: 0, reopened: 0, gained: 0, middle: 0, goneDone: 0, goneBegun: 0 };

describe('the impact on a lesson', () => {
  test.each<[Partial<LessonImpact>, string | null]>([
    [{}, null],
    [{ kept: 37, reopened: 5 }, '37 keep it done, 5 would have a new block to do.'],
    [
      { kept: 1, gained: 1, middle: 1 },
      '1 keeps it done, 1 gets it done by what was removed, 1 is in the middle of it.',
    ],
    [
      { goneDone: 2, goneBegun: 3 },
      '2 completed it, and it leaves their course, 3 had begun it, and it leaves their course.',
    ],
  ])('%j reads: %s', (impact, sentence) => {
    expect(lessonSentence({ ...nobody, ...impact })).toBe(sentence);
  });

  test('is felt when somebody gains or loses something', () => {
    expect(isFelt({ ...nobody, kept: 3, middle: 2 })).toBe(false);
    for (const fate of ['reopened', 'gained', 'goneDone', 'goneBegun'] as const)
      expect(isFelt({ ...nobody, [fate]: 1 })).toBe(true);
  });
});

describe('a choice in words', () => {
  test.each([
    [
      'none',
      { moved: 0, reopened: 0, finishing: 0 },
      ['Nobody moves. 42 learners go on in the edition they have.'],
    ],
    [
      'untouched',
      { moved: 37, reopened: 0, finishing: 0 },
      [
        '37 learners move to this edition.',
        '5 learners go on in the edition they have.',
        'No completed lesson opens again.',
      ],
    ],
    [
      'everyone',
      { moved: 42, reopened: 5, finishing: 2 },
      [
        '42 learners move to this edition.',
        '5 of them would have a completed lesson open again.',
        '2 of them would be finished, because nothing is left for them to do.',
      ],
    ],
  ] as const)('%s', (moves, choice, sentences) => {
    expect(choiceSentences(moves, choice, 42)).toEqual(sentences);
  });

  test.each([
    [
      'none',
      { moved: 0, reopened: 0, finishing: 0 },
      'Nobody moves. 1 learner goes on in the edition they have.',
    ],
    [
      'untouched',
      { moved: 0, reopened: 0, finishing: 0 },
      'Nobody moves to this edition. 1 learner goes on in the edition they have.',
    ],
    [
      'everyone',
      { moved: 1, reopened: 1, finishing: 0 },
      '1 learner moves to this edition. They would have a completed lesson open again.',
    ],
    [
      'everyone',
      { moved: 1, reopened: 0, finishing: 1 },
      '1 learner moves to this edition. No completed lesson opens again. They would be finished, because nothing is left for them to do.',
    ],
  ] as const)('of one learner: %s, %j', (moves, choice, sentences) => {
    expect(choiceSentences(moves, choice, 1).join(' ')).toBe(sentences);
  });

  test('that touches all who move says so', () => {
    expect(choiceSentences('everyone', { moved: 3, reopened: 3, finishing: 0 }, 3)).toContain(
      'All of them would have a completed lesson open again.',
    );
  });
});

import { expect, test } from 'vitest';
import { correctionForLearner, correctionInWords, correctionLabels } from './correction-words';
import type { Correction } from './corrections';

const words = { answer: (answer: string[]) => answer.join(' and '), edition: (id: string) => Number(id) };

test.each<[Correction, string]>([
  [{ do: 'leave-out' }, 'The question is left out: it counts for nobody.'],
  [{ do: 'full-marks' }, 'Everybody who was asked has full marks for it.'],
  [{ do: 'also-right', answers: [['a', 'b']] }, '“a and b” counts as right as well.'],
  [{ do: 'also-right', answers: [['a'], ['b'], ['c']] }, '“a”, “b” and “c” count as right as well.'],
  [{ do: 'mark-as', editionId: '4' }, 'It is marked with the key of edition 4.'],
])('%j says: %s', (correction, sentence) => {
  expect(correctionInWords(correction, words)).toBe(sentence);
  expect(correctionLabels[correction.do]).toMatch(/^[A-Z]/);
  expect(correctionForLearner[correction.do]).toMatch(/^[A-Z].*\.$/);
});

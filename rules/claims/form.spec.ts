import { expect, test } from 'vitest';
import { noWords } from './entry';
import { claimWordsIn } from './form';

test('the words of an entry are read from its form, and what is not there is empty', () => {
  const form = new FormData();
  expect(claimWordsIn(form)).toEqual(noWords());
  for (const [name, value] of Object.entries({
    claim: 'Two\r\nlines',
    speaker: 'Xinhua',
    mode: 'gloss',
    level: 'E3',
    passage: 'D4',
    lesson: 'one',
  }))
    form.set(name, value);
  expect(claimWordsIn(form)).toEqual({
    ...noWords('D4'),
    claim: 'Two\nlines',
    speaker: 'Xinhua',
    mode: 'gloss',
    level: 'E3',
  });
  form.set('mode', 'toString');
  form.set('level', 'E9');
  expect(claimWordsIn(form)).toMatchObject({ mode: '', level: '' });
});

import { expect, test } from 'vitest';
import { compileContext, directive } from '@/test/directives';
import { trueFalse } from '.';
import { trueFalseSample } from './sample';

function read(markdown: string) {
  const context = compileContext();
  return { parsed: trueFalse.parse(directive(markdown), context), problems: context.problems };
}
const { parsed } = read(trueFalseSample);

test('the reasons stand under true and under false', () => {
  expect(parsed?.student.prompt).toBe('<p>A hash proves that a document is true.</p>');
  expect(parsed?.student.ask).toEqual({
    form: 'one',
    groups: [
      { label: 'True', ids: ['t1'] },
      { label: 'False', ids: ['f1', 'f2'] },
    ],
  });
  expect(parsed?.key.correct).toEqual(['f2']);
});

test.each<[string, string[], number, string | null]>([
  ['the right reason', ['f2'], 1, null],
  ['a wrong reason for the right side', ['f1'], 0.5, '<p>Whether it is true you have right.'],
  ['the wrong side', ['t1'], 0, null],
])('%s', (_what, answer, score, overall) => {
  const verdict = parsed && trueFalse.grade(parsed.key, answer);
  expect(verdict?.score).toBe(score);
  expect(verdict?.overall?.startsWith(overall ?? '!') ?? null).toBe(overall === null ? null : true);
  expect(verdict?.options).toEqual([
    { id: answer[0], right: score === 1, html: expect.stringMatching('CANARY') },
  ]);
});

test('two reasons, or none that there is, are no answer', () => {
  for (const answer of [['t1', 'f1'], ['f2', 'f2'], ['t2'], ['f'], ['a']])
    expect(parsed && trueFalse.grade(parsed.key, answer)).toBeNull();
});

test.each<[string, string, string]>([
  ['no sides', trueFalseSample.replace(/True:|False:/g, 'Hm.'), 'then "True:" with a list'],
  ['one side alone', trueFalseSample.replace(/\nFalse:[\s\S]*(?=:::$)/, ''), 'then "False:" with another'],
  [
    'sides the other way round',
    trueFalseSample.replace('True:', 'x').replace('False:', 'True:').replace('x', 'False:'),
    'needs a statement, then "True:"',
  ],
  [
    'a side without reasons',
    trueFalseSample.replace(/- \[ \] Its[\s\S]*?(?=\nFalse)/, ''),
    'a list of reasons',
  ],
  ['something below', trueFalseSample.replace(/:::$/, '\nMore.\n:::'), 'needs a statement'],
  ['no statement', trueFalseSample.replace('A hash proves that a document is true.', ''), 'no prompt'],
  [
    'no right reason',
    trueFalseSample.replace('[x]', '[ ]').replace('CANARY_right', '**Idea**'),
    'exactly one [x] over both lists, not 0',
  ],
  [
    'a right reason on each side',
    trueFalseSample.replace('[ ] Its', '[x] Its'),
    'exactly one [x] over both lists, not 2',
  ],
  ['a reason without feedback', trueFalseSample.replace('  > CANARY_right.\n', ''), 'carries feedback'],
  [
    'a wrong reason that names no misconception',
    trueFalseSample.replace('**CANARY_secret.**', 'No.'),
    'misconception',
  ],
])('is named: %s', (_title, markdown, message) => {
  expect(read(markdown).problems.join('\n')).toContain(message);
});

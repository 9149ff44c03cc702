import { expect, test } from 'vitest';
import { annotation } from '@/kinds/questions/annotation';
import { compileContext, directive } from '@/test/directives';
import { lesson, lessons } from './lesson';

const id = 'who-says-what';
const { says } = lesson(id);
const text = lessons.find((one) => one.id === id)?.text ?? '';
const passages = text.match(/^:::question[\s\S]*?^:::$/gm) ?? [];

/** What a passage earns once what the writer adds is given, as a paraphrase, to a speaker. */
function earned(passage: string): number {
  const parsed = annotation.parse(directive(passage), compileContext());
  if (parsed?.student.ask?.form !== 'spans') throw new Error('no passage');
  const [who, how] = parsed.student.ask.labels;
  const named = (options: { id: string; label: string }[] | undefined, label: string) =>
    options?.find((option) => option.label === label)?.id;
  const writer = named(who?.options, 'The writer');
  const answer = [...parsed.key.correct];
  for (let at = 0; at < answer.length; at += 4)
    if (answer[at + 2] === writer) {
      answer[at + 2] = answer[2] ?? '';
      answer[at + 3] = named(how?.options, 'Paraphrase') ?? '';
    }
  return annotation.grade(parsed.key, answer)?.score ?? 0;
}

test('whoever gives all that the writer adds to the speakers does not pass', () => {
  expect(passages).toHaveLength(6);
  const total = passages.reduce((sum, passage) => sum + earned(passage), 0) / passages.length;
  expect(total).toBeLessThan(0.9);
  says('\n  pass: 90\n', 'You pass with nine tenths of the points');
});

test('what is agreed on by whoever just passes', () => {
  for (const passage of passages) expect(passage).toContain(' pass="0.9" ');
  expect(0.9 * 0.9).toBeCloseTo(4 / 5, 1);
  says('from nine tenths on', 'about\nfour words of five');
});

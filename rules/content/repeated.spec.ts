import { expect, test } from 'vitest';
import { around, contentCourseOf, contentLesson } from '@/test/content-course';
import { readContentText } from './content-text';
import { repeatsNoSentence } from './repeated';

const sentence = 'A hash shows that bytes are the same as before.';
const again = 'And **a hash** shows, that bytes\nare the same as before!';

test('no sentence stands in two lessons, or in a lesson and in the bank', () => {
  const course = contentCourseOf(
    [contentLesson(sentence), contentLesson(`Short one.\n\n${again.slice(4)}`, { id: 'two' })],
    {
      bank: [readContentText('bank/b.md', `> ${sentence}`)],
    },
  );
  const message = '” stands in modules/1-m/one.md:11, too: say it in other words';
  expect(repeatsNoSentence(course, around)).toEqual([
    {
      file: 'modules/1-m/two.md',
      line: 13,
      message: `“a hash shows, that bytes are the same as before!${message}`,
    },
    { file: 'bank/b.md', line: 1, message: `“${sentence}${message}` },
  ]);
});

test('short sentences, a lesson that repeats itself, and two sets of the bank may', () => {
  const bank = ['a', 'b'].map((name) => readContentText(`bank/${name}.md`, sentence));
  const lessons = [
    contentLesson('It is so.'),
    contentLesson(`It is so. ${again}\n\n${again}`, { id: 'two' }),
  ];
  expect(repeatsNoSentence(contentCourseOf(lessons, { bank }), around)).toEqual([]);
});

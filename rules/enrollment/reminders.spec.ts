import { describe, expect, test } from 'vitest';
import { careSigns } from './care';
import { filledIn, leftOutWords, reminderKey, textProblem, usualReminder, whyLeftOut } from './reminders';

const now = new Date('2026-11-25T12:00:00Z');
const absent = new Date('2026-10-02T08:00:00Z');

test('of one absence one is reminded once, of everything else once a week', () => {
  expect(reminderKey('dormant', absent, now)).toBe('since 2026-10-02');
  expect(reminderKey('dormant', null, now)).toBe('never');
  expect(reminderKey('behind', absent, now)).toBe('week 2026-11-23');
});

describe('who is left out', () => {
  const person = {
    suspended: false,
    unclaimed: false,
    quiet: false,
    signs: ['dormant' as const],
    reminded: ['since 2026-09-01'],
    lastActiveAt: absent,
  };
  test.each([
    [{}, null],
    [{ signs: [] }, 'no-longer'],
    [{ suspended: true, quiet: true }, 'suspended'],
    [{ unclaimed: true }, 'unclaimed'],
    [{ quiet: true, reminded: ['since 2026-10-02'] }, 'quiet'],
    [{ reminded: ['since 2026-10-02'] }, 'reminded'],
  ] as const)('%j: %s', (change, why) => {
    expect(whyLeftOut({ ...person, ...change }, 'dormant', now)).toBe(why);
    if (why) expect(leftOutWords[why]).toMatch(/\.$/);
  });
});

describe('a text for many', () => {
  test.each([
    ['Hello {name}, go on with {course}: {link}', null],
    ['Hello {nmae}, {link}', '{nmae} is not known. There are {name}, {course} and {link}.'],
    ['{} {link}', '{} is not known. There are {name}, {course} and {link}.'],
    ['Hello {name: {link}', 'A brace stands alone. Write {name}, {course} or {link}.'],
    ['Hello {name}', 'Put {link} where it belongs: it becomes the address of the course.'],
  ])('%j', (text, problem) => {
    expect(textProblem(text, ['link'])).toBe(problem);
  });

  test('what is put in is not read for placeholders', () => {
    const words = { name: '{link}', course: 'A $& course', link: 'https://x.example/learn/a' };
    expect(filledIn('{name} in {course}: {link}', words)).toBe(
      '{link} in A $& course: https://x.example/learn/a',
    );
    expect(filledIn('{other}', words)).toBe('{other}');
  });

  test.each(careSigns)('what is said to who is %s is right as it stands', (sign) => {
    const { subject, text } = usualReminder(sign);
    expect([textProblem(subject), textProblem(text, ['link'])]).toEqual([null, null]);
  });
});

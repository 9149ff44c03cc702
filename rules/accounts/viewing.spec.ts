import { expect, test } from 'vitest';
import type { Actor } from '../access';
import { actorBehind, realActor, type ViewedPerson } from './viewing';

const admin: Actor = {
  userId: 'admin',
  sessionId: 'the session',
  name: 'Ada Admin',
  email: 'ada@school.example',
  role: 'admin',
  emailConfirmed: true,
};
const viewed: ViewedPerson = {
  userId: 'student',
  name: 'Lin Learner',
  email: 'lin@school.example',
  role: 'student',
  emailConfirmed: false,
  teaches: false,
  suspended: false,
  until: new Date('2026-03-01T10:30:00Z'),
};

test('a session that shows nobody else is its own person', () => {
  expect(actorBehind(admin, null)).toBe(admin);
  expect(realActor(admin)).toBe(admin);
});

test('while somebody looks at the pages of a student, the student is the actor and the viewer is named', () => {
  const actor = actorBehind(admin, viewed);
  expect(actor).toEqual({
    userId: 'student',
    sessionId: 'the session',
    name: 'Lin Learner',
    email: 'lin@school.example',
    role: 'student',
    emailConfirmed: false,
    viewedBy: { actor: admin, until: viewed.until },
  });
  expect(realActor(actor)).toBe(admin);
});

test.each([
  ['the viewer lost the right', { ...admin, role: 'staff' as const }, viewed],
  ['the student became an instructor', admin, { ...viewed, role: 'instructor' as const }],
  ['the student works on a course now', admin, { ...viewed, teaches: true }],
  ['the student was suspended', admin, { ...viewed, suspended: true }],
])('it ends by itself when %s', (_title, own, person) => {
  expect(actorBehind(own, person)).toBe(own);
});

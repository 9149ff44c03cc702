import { expect, test } from 'vitest';
import { staffRefusal } from './course-staff';

test.each([
  ['the last owner is not removed', ['a'], 'a', null, 'last-owner'],
  ['the last owner does not become an editor', ['a'], 'a', 'editor', 'last-owner'],
  ['the last owner may stay the owner', ['a'], 'a', 'owner', null],
  ['one of two owners may go', ['a', 'b'], 'a', null, null],
  ['one of two owners may become a grader', ['a', 'b'], 'b', 'grader', null],
  ['an editor may go while there is one owner', ['a'], 'b', null, null],
  ['an editor may go where nobody owns the course', [], 'b', null, null],
] as const)('%s', (_title, ownerIds, personId, to, refusal) => {
  expect(staffRefusal({ ownerIds, personId, to })).toBe(refusal);
});

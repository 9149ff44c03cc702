import { expect, test } from 'vitest';
import { deeds } from './audit-deeds';
import { deedWords, doerWords, knownActions, objectParts } from './audit-words';

test.each([
  ['sign-in', {}, { before: 'signed in', after: null }],
  ['suspend-person', {}, { before: 'suspended', after: '' }],
  [
    'set-role',
    { from: 'student', to: 'staff' },
    { before: 'changed the role of', after: ' from student to staff' },
  ],
  ['publish-edition', { edition: 3 }, { before: 'published edition 3 of', after: '' }],
  ['save-draft-file', {}, { before: 'changed … in', after: '' }],
  ['register', { outcome: 'registered' }, { before: 'registered', after: null }],
  ['register', { outcome: 'address-known' }, { before: 'tried to register with the address of', after: '' }],
  ['do-something-new', {}, { before: 'did “do something new” to', after: '' }],
  ['constructor', {}, { before: 'did “constructor” to', after: '' }],
])('%s %j', (action, detail, words) => {
  expect(deedWords(action, detail)).toEqual(words);
});

test('a detail that is no word is not printed', () => {
  expect(deedWords('set-role', { from: { a: 1 }, to: null }).after).toBe(' from … to …');
});

test('every deed can be searched for, and is said in the past tense after a name', () => {
  expect(knownActions).toHaveLength(Object.keys(deeds).length);
  for (const phrase of Object.values(deeds)) expect(phrase).toMatch(/^[a-z]/);
});

test('where no person is named it was the platform, or somebody who was not signed in', () => {
  expect(doerWords('publish-edition')).toBe('The platform');
  expect(doerWords('request-password-reset')).toBe('Somebody');
  expect(doerWords('register')).toBe('Somebody');
});

test('an object is a kind and which one', () => {
  expect(objectParts('user:1')).toEqual({ kind: 'user', key: '1' });
  expect(objectParts('course:a:b')).toEqual({ kind: 'course', key: 'a:b' });
  expect(objectParts('thing')).toEqual({ kind: '', key: 'thing' });
});

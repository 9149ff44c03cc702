import { expect, test } from 'vitest';
import { courseRoles, siteRoles } from './accounts/roles';
import { courseSlugForm } from './authoring/course-slug';
import { refusals } from './refusals';
import { siteName } from './site';
import { evidenceLevels, speechModes } from './sources/evidence-levels';

test('every refusal is a sentence for people, and no two say the same', () => {
  const sentences = Object.values(refusals);
  for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].+\.$/);
  expect(new Set(sentences).size).toBe(sentences.length);
});

test.each(['a', 'a-course', 'course-2', '2019'])('"%s" can be the address of a course', (slug) => {
  expect(slug).toMatch(courseSlugForm);
});

test.each(['', '-a', 'a-', 'a--b', 'A', 'a b', 'a/b', 'é', 'a\n'])(
  '%j cannot be the address of a course',
  (slug) => {
    expect(slug).not.toMatch(courseSlugForm);
  },
);

test('evidence levels rise from assertion to measured outcome', () => {
  expect(Object.keys(evidenceLevels)).toEqual(['E0', 'E1', 'E2', 'E3', 'E4']);
  expect(Object.keys(speechModes)).toEqual(['quote', 'paraphrase', 'summary', 'gloss']);
});

test('roles on the site and in a course do not share a word', () => {
  expect(siteRoles.filter((role) => (courseRoles as readonly string[]).includes(role))).toEqual([]);
});

test('the platform has a name', () => {
  expect(siteName.trim()).not.toBe('');
});

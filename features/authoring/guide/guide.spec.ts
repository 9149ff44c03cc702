import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { courseStaff } from '@/db/schema';
import type { Actor } from '@/rules/access';
import { InvalidInput, NotFound, perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeEnrollment, makeUser } from '@/test/factories';
import { addDraftFile } from '../editor/add-draft-file';
import { listDraftFiles } from '../editor/list-draft-files';
import { getGuide } from './get-guide';

let db: Database;
let close: () => Promise<void>;
let owner: Actor;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  owner = await makeUser(db, { role: 'instructor' });
});
afterAll(() => close());

/** A published course with a draft of these files beside those of the small course, and an owner. */
async function draft(files: Record<string, string> = {}, without: string[] = []) {
  const made = await makeCourse(db);
  await db.insert(courseStaff).values({ courseId: made.courseId, userId: owner.userId, role: 'owner' });
  const texts = Object.entries({ ...courseFiles, ...files }).filter(([path]) => !without.includes(path));
  await replaceDraftFiles(db, made.courseId, new Map(texts), null, crypto.randomUUID());
  return made;
}
const guideOf = async (text: string) => {
  const { slug } = await draft({ 'guide.md': text });
  const { guide } = await perform(getGuide, { course: slug }, { db, actor: owner });
  if (!guide) throw new Error('it has no guide');
  return { slug, ...guide, html: guide.parts.map(({ html }) => html).join('\n') };
};

describe('the guide of a course', () => {
  test('is read by its headings, and what stands before them first', async () => {
    const { parts, problems } = await guideOf(
      'Before.\n\n# One {#one}\n\nText.\n\n### Inside\n\n## Two\n\nMore.',
    );
    expect(parts.map(({ id, title }) => [id, title])).toEqual([
      ['part-1', null],
      ['part-2', 'One'],
      ['part-3', 'Two'],
    ]);
    expect(parts[1]?.html).toContain('<h3>Inside</h3>');
    expect(problems).toEqual([]);
  });

  test('leads to the lessons of the draft, and says which links lead nowhere', async () => {
    const { slug, html, problems } = await guideOf(
      '[a](one) [b](one#a-part) [c](https://x.example)\n\n[d](gone)',
    );
    expect(html).toContain(`href="/teach/${slug}/preview/draft/one"`);
    expect(html).toContain(`href="/teach/${slug}/preview/draft/one#a-part"`);
    expect(html).toContain('href="https://x.example"');
    expect(problems).toEqual([{ line: 3, message: 'there is no lesson "gone"' }]);
  });

  test('has no markup but its own', async () => {
    const { html } = await guideOf(
      '<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)>\n\nAt 10:30, a :term[digest]. :cite[src-1]',
    );
    expect(html).not.toMatch(/<script|javascript:|onerror|<button|<img/);
    expect(html).toContain('At 10:30, a digest. src-1');
  });

  test('that nests without end is not rendered', async () => {
    const { parts, problems } = await guideOf(`${'> '.repeat(1_500)}x`);
    expect(parts).toEqual([]);
    expect(problems).toHaveLength(1);
  });

  test('may be missing, and whoever writes the course may begin it', async () => {
    const { slug, courseId } = await draft();
    expect(await perform(getGuide, { course: slug }, { db, actor: owner })).toMatchObject({
      guide: null,
      mayEdit: true,
    });
    const { fileId } = await perform(addDraftFile, { course: slug, room: 'guide' }, { db, actor: owner });
    const grader = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId, userId: grader.userId, role: 'grader' });
    const screen = await perform(getGuide, { course: slug }, { db, actor: grader });
    expect(screen).toMatchObject({ mayEdit: false, guide: { fileId, parts: [{}, {}, {}, {}] } });
    const { files } = await perform(listDraftFiles, { course: slug }, { db, actor: owner });
    expect(files.find(({ id }) => id === fileId)).toMatchObject({
      path: 'guide.md',
      room: 'guide',
      problems: 0,
    });
  });

  test('is not there for learners of the course, nor for who teaches another one', async () => {
    const course = await draft({ 'guide.md': 'Secret.' });
    const learner = await makeUser(db);
    await makeEnrollment(db, learner, course);
    for (const actor of [learner, await makeUser(db, { role: 'instructor' })])
      await expect(perform(getGuide, { course: course.slug }, { db, actor })).rejects.toThrow(NotFound);
  });
});

describe('a new file', () => {
  const add = (course: string, room: string, name = '') =>
    perform(addDraftFile, { course, room, name }, { db, actor: owner });
  const fieldsOf = (work: Promise<unknown>) =>
    work.catch((error: unknown) => (error instanceof InvalidInput ? Object.keys(error.fields) : error));

  test.each([
    ['timeline', 'timeline/first.yaml'],
    ['scorecard', 'scorecard.yaml'],
  ])('of the %s begins with an entry that is right', async (room, path) => {
    const { slug } = await draft();
    const { fileId } = await add(slug, room, 'first');
    const { files } = await perform(listDraftFiles, { course: slug }, { db, actor: owner });
    expect(files.find(({ id }) => id === fileId)).toMatchObject({ path, room, problems: 0 });
    expect(await fieldsOf(add(slug, room, 'first'))).toEqual(['name']);
  });

  test.each(['timeline', 'scorecard'])('of the %s needs something to be about', async (room) => {
    const { slug } = await draft({}, ['sources/all.yaml', 'passages.yaml']);
    expect(await fieldsOf(add(slug, room, 'first'))).toEqual(['room']);
  });

  test('of the timeline needs a name, as it is one of several', async () => {
    const { slug } = await draft();
    expect(await fieldsOf(add(slug, 'timeline'))).toEqual(['name']);
    expect(await fieldsOf(add(slug, 'timeline', '../x'))).toEqual(['name']);
  });
});

test('a mistake in the timeline or the scorecard is counted where the files are listed', async () => {
  const { slug } = await draft({
    'timeline/a.yaml': '- date: "2019"\n',
    'scorecard.yaml': '- { directive: D9, promised: P, unknown: U, verdict: V }\n',
  });
  const { files } = await perform(listDraftFiles, { course: slug }, { db, actor: owner });
  const problems = Object.fromEntries(files.map(({ path, problems: count }) => [path, count]));
  expect(problems).toMatchObject({ 'timeline/a.yaml': 5, 'scorecard.yaml': 1, 'course.yaml': 0 });
});

import { randomUUID } from 'node:crypto';
import { count } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftFilesOf, replaceDraftFiles } from '@/db/queries/drafts';
import { auditLog, courseStaff, editions, enrollments, evidence, lessonProgress } from '@/db/schema';
import { getLesson } from '@/features/learning/get-lesson';
import { getLibrary } from '@/features/learning/library/get-library';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { perform } from '@/server/operation';
import { courseFiles, courseOf } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeEnrollment, makeUser } from '@/test/factories';
import { timelineText } from '@/test/library-files';
import { compileCourse } from '../compile/course';
import { platform } from '../import-course';
import { publishEdition } from '../publish-edition';
import { getCoursePreview } from './get-course-preview';
import { getLessonPreview } from './get-lesson-preview';
import { getLibraryPreview } from './get-library-preview';
import { tryAnswer } from './try-answer';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const lessonFile = 'modules/1-first/1-one.md';
const canaries = (text: string) =>
  text.replace('**A misconception.** Why.', '**CANARY_wrong.** Why.').replace('> Right.', '> CANARY_right.');
const lessonOne = canaries(courseFiles[lessonFile]);
const lessonTwo = lessonOne
  .replace('id: one', 'id: two\nprerequisites: [one]')
  .replace('title: Lesson one', 'title: Lesson two');

let made = 0;

/** A course in its first edition with two lessons, the draft equal to it, and its owner. */
async function published() {
  made += 1;
  const slug = `preview-${made}`;
  const files = courseOf({
    'course.yaml': courseFiles['course.yaml'].replace('slug: small-course', `slug: ${slug}`),
    [lessonFile]: lessonOne,
    'modules/1-first/2-two.md': lessonTwo,
  });
  const { course: compiled, problems } = await compileCourse(files);
  if (!compiled) throw new Error(JSON.stringify(problems));
  await perform(publishEdition, { ...compiled, files }, { db, actor: platform });
  const [edition] = await db
    .select()
    .from(editions)
    .orderBy(editions.publishedAt)
    .offset(made - 1);
  if (!edition) throw new Error('no edition');
  const { courseId } = edition;
  const staff = async (role: CourseRole) => {
    const person = await makeUser(db, { role: 'instructor' });
    await db.insert(courseStaff).values({ courseId, userId: person.userId, role });
    return person;
  };
  const actor = await staff('owner');
  const change = async (changes: Record<string, string>) =>
    replaceDraftFiles(
      db,
      courseId,
      new Map([...files.texts, ...Object.entries(changes)]),
      null,
      randomUUID(),
    );
  return { slug, courseId, editionId: edition.id, files, actor, staff, change };
}

const outline = (course: string, version: string, actor: Actor | null) =>
  perform(getCoursePreview, { course, version }, { db, actor });
const lesson = (course: string, version: string, actor: Actor | null, id = 'one') =>
  perform(getLessonPreview, { course, version, lesson: id }, { db, actor });
const library = (course: string, version: string, actor: Actor | null) =>
  perform(getLibraryPreview, { course, version }, { db, actor });
const attempt = (course: string, version: string, actor: Actor | null, answer: string[], block = 'q-1') =>
  perform(tryAnswer, { course, version, lesson: 'one', block, answer }, { db, actor });

const failure = (work: Promise<unknown>) =>
  work.then(
    () => 'nothing',
    (error: Error) => error.name,
  );

async function rows() {
  const tables = [evidence, lessonProgress, enrollments, auditLog];
  const counts = await Promise.all(tables.map((table) => db.select({ n: count() }).from(table)));
  return counts.map(([row]) => row?.n);
}

test('a preview writes nothing: no evidence, no progress, no enrollment, no trace', async () => {
  const { slug, actor, editionId, courseId } = await published();
  await makeEnrollment(db, actor, { courseId, editionId });
  const before = await rows();
  for (const version of ['draft', '1']) {
    await outline(slug, version, actor);
    await lesson(slug, version, actor);
    await library(slug, version, actor);
    await attempt(slug, version, actor, ['b']);
    await attempt(slug, version, actor, ['a']);
  }
  expect(await rows()).toEqual(before);
});

describe('a lesson', () => {
  test.each(['draft', '1'])('of %s is what a learner gets, byte for byte', async (version) => {
    const course = await published();
    const learner = await makeUser(db);
    await makeEnrollment(db, learner, course);
    const theirs = await perform(getLesson, { course: course.slug, lesson: 'one' }, { db, actor: learner });
    const { screen } = await lesson(course.slug, version, course.actor);
    expect(screen?.view.segments.length).toBeGreaterThan(1);
    // But for the learner's own buttons, by which a word is chosen for the daily review.
    const glossary = theirs.view.glossary?.replace(/<dd class="glossary-review">.*?<\/dd>/gs, '');
    expect(glossary).not.toBe(theirs.view.glossary);
    expect(screen?.view).toEqual({ ...theirs.view, glossary });
    expect(screen?.lesson).toEqual(theirs.lesson);
    expect(screen?.position).toEqual(theirs.position);
    expect(
      screen?.syllabus.map(({ lessons }) => lessons.map(({ id, title, minutes }) => [id, title, minutes])),
    ).toEqual(
      theirs.syllabus.map(({ lessons }) => lessons.map(({ id, title, minutes }) => [id, title, minutes])),
    );
  });

  test('of the draft is as it was saved last, and of the edition as it was published', async () => {
    const { slug, actor, change } = await published();
    const shown = async (version: string) =>
      JSON.stringify((await lesson(slug, version, actor)).screen?.view);
    const published1 = await shown('1');
    expect(await shown('draft')).toBe(published1);
    await change({ [lessonFile]: lessonOne.replace('The opening', 'A new opening') });
    expect(await shown('draft')).toBe(published1.replace('The opening', 'A new opening'));
    expect(await shown('1')).toBe(published1);
    await change({ [lessonFile]: lessonOne });
    expect(await shown('draft')).toBe(published1);
  });

  test('leads back to the file it is written in, and to its neighbours', async () => {
    const { slug, courseId, actor } = await published();
    const files = await draftFilesOf(db, courseId);
    const { fileId, screen } = await lesson(slug, 'draft', actor);
    expect(fileId).toBe(files.find(({ path }) => path === lessonFile)?.id);
    expect(screen).toMatchObject({ previous: null, next: { id: 'two', title: 'Lesson two' } });
    expect((await lesson(slug, '1', actor)).fileId).toBeNull();
  });

  test('that may not be begun yet is open, and says when learners may begin it', async () => {
    const { slug, actor } = await published();
    const { held, screen } = await lesson(slug, 'draft', actor, 'two');
    expect(held).toBe('Opens when “Lesson one” is complete.');
    expect(screen?.lesson.id).toBe('two');
    expect((await lesson(slug, 'draft', actor, 'one')).held).toBeNull();
  });

  test('holds nothing of an answer key', async () => {
    const { slug, actor } = await published();
    for (const version of ['draft', '1']) {
      const said = JSON.stringify([await lesson(slug, version, actor), await outline(slug, version, actor)]);
      for (const word of ['CANARY', '"correct"', 'feedback', '"keys"']) expect(said).not.toContain(word);
    }
  });
});

describe('a library', () => {
  const timeline = { 'timeline/all.yaml': timelineText };

  test.each(['draft', '1'])('of %s is what a learner reads, with every lesson open', async (version) => {
    const course = await published();
    const learner = await makeUser(db);
    await makeEnrollment(db, learner, course);
    const theirs = await perform(getLibrary, { course: course.slug }, { db, actor: learner });
    expect(theirs.lessons.map(({ open }) => open)).toEqual([true, false]);
    const shown = await library(course.slug, version, course.actor);
    expect(shown.library?.glossary.map(({ id }) => id)).toEqual(['digest', 'hash-function']);
    expect(shown.library).toEqual(theirs.library);
    expect(shown.lessons).toEqual(theirs.lessons.map((one) => ({ ...one, open: true })));
  });

  test('of the draft has what was written last, and the edition what was published', async () => {
    const { slug, actor, change } = await published();
    await change(timeline);
    expect((await library(slug, 'draft', actor)).library?.timeline).toHaveLength(3);
    expect((await library(slug, '1', actor)).library?.timeline).toEqual([]);
  });

  test('of a draft with a broken lesson is made of the rest, with the count of what stops it', async () => {
    const { slug, actor, change } = await published();
    await change({ ...timeline, 'modules/1-first/2-two.md': lessonTwo.replace('ref="D1"', 'ref="D9"') });
    const shown = await library(slug, 'draft', actor);
    expect(shown).toMatchObject({ problems: 1, lessons: [{ id: 'one', open: true }] });
    expect(shown.library?.timeline).toHaveLength(3);
    expect(shown.library?.glossary[0]).toMatchObject({ id: 'digest', first: { lesson: 'one' } });
  });
});

describe('an answer that is tried', () => {
  test.each(['draft', '1'])('in %s is marked, and what was not given stays unsaid', async (version) => {
    const { slug, actor } = await published();
    const wrong = await attempt(slug, version, actor, ['a']);
    expect(wrong).toMatchObject({ answer: ['a'], verdict: { correct: false } });
    expect(JSON.stringify(wrong)).toContain('CANARY_wrong');
    expect(JSON.stringify(wrong)).not.toContain('CANARY_right');
    expect((await attempt(slug, version, actor, ['b'])).verdict.correct).toBe(true);
  });

  test('is marked by the key of its version', async () => {
    const { slug, actor, change } = await published();
    const turned = lessonOne
      .replace('- [ ] Not this', '- [x] Not this')
      .replace('- [x] This', '- [ ] This')
      .replace('CANARY_right.', '**CANARY_right.** No.');
    await change({ [lessonFile]: turned });
    expect((await attempt(slug, 'draft', actor, ['a'])).verdict.correct).toBe(true);
    expect((await attempt(slug, '1', actor, ['a'])).verdict.correct).toBe(false);
  });

  test.each([
    ['nothing chosen', [], 'q-1'],
    ['an option that is not there', ['z'], 'q-1'],
    ['two of one', ['a', 'b'], 'q-1'],
    ['a question that is not there', ['a'], 'q-9'],
    ['a name of every object', ['a'], 'constructor'],
  ])('is refused: %s', async (_title, answer, block) => {
    const { slug, actor } = await published();
    expect(await failure(attempt(slug, 'draft', actor, answer, block))).toBe('InvalidInput');
  });
});

describe('a draft with mistakes', () => {
  const broken = lessonTwo.replace('ref="D1"', 'ref="D9"');

  test('is shown as far as it compiles, with the count of what stops it', async () => {
    const { slug, actor, change } = await published();
    await change({ 'modules/1-first/2-two.md': broken });
    const course = await outline(slug, 'draft', actor);
    expect(course.modules[0]?.lessons.map(({ id }) => id)).toEqual(['one']);
    expect(course).toMatchObject({ title: 'A small course', problems: 1, first: { id: 'one' } });
    expect(course.words?.outcomes).toEqual(['Explain it']);
    expect(course.broken).toEqual([
      { title: 'Lesson two', path: 'modules/1-first/2-two.md', fileId: expect.any(String), problems: 1 },
    ]);
    const shown = await lesson(slug, 'draft', actor);
    expect(shown).toMatchObject({ problems: 1, broken: null });
    expect(shown.screen?.view.segments).toEqual((await lesson(slug, '1', actor)).screen?.view.segments);
    expect((await attempt(slug, 'draft', actor, ['b'])).verdict.correct).toBe(true);
  });

  test('shows of a broken lesson what is wrong and where', async () => {
    const { slug, actor, change } = await published();
    await change({ 'modules/1-first/2-two.md': broken });
    const { screen, broken: shown, fileId } = await lesson(slug, 'draft', actor, 'two');
    expect(screen).toBeNull();
    expect(fileId).toEqual(expect.any(String));
    expect(shown?.problems).toEqual([
      { file: 'modules/1-first/2-two.md', line: expect.any(Number), message: expect.stringContaining('D9') },
    ]);
  });

  test('of which nothing is left has nothing to begin with', async () => {
    const { slug, courseId, actor } = await published();
    await replaceDraftFiles(db, courseId, new Map(), null, randomUUID());
    expect(await outline(slug, 'draft', actor)).toMatchObject({ lessonCount: 0, first: null, modules: [] });
  });
});

describe('who may preview', () => {
  test('everybody of the course and administrators, and nobody else', async () => {
    const { slug, courseId, editionId, staff } = await published();
    const elsewhere = await published();
    const learner = await makeUser(db);
    await makeEnrollment(db, learner, { courseId, editionId });
    const people: [Actor | null, string][] = [
      [await staff('owner'), 'nothing'],
      [await staff('editor'), 'nothing'],
      [await staff('grader'), 'nothing'],
      [await makeUser(db, { role: 'admin' }), 'nothing'],
      [elsewhere.actor, 'NotFound'],
      [await makeUser(db, { role: 'instructor' }), 'NotFound'],
      [learner, 'NotFound'],
      [null, 'NotSignedIn'],
    ];
    for (const [person, expected] of people) {
      for (const version of ['draft', '1']) {
        expect(await failure(outline(slug, version, person))).toBe(expected);
        expect(await failure(lesson(slug, version, person))).toBe(expected);
        expect(await failure(library(slug, version, person))).toBe(expected);
        expect(await failure(attempt(slug, version, person, ['b']))).toBe(expected);
      }
    }
  });

  test.each(['2', '999999'])('there is no edition %s', async (version) => {
    const { slug, actor } = await published();
    expect(await failure(outline(slug, version, actor))).toBe('NotFound');
    expect(await failure(lesson(slug, version, actor))).toBe('NotFound');
    expect(await failure(library(slug, version, actor))).toBe('NotFound');
    expect(await failure(attempt(slug, version, actor, ['b']))).toBe('NotFound');
  });

  test.each(['0', '-1', '1.5', 'latest', '1e3', '', '99999999999'])(
    '"%s" names no version',
    async (version) => {
      const { slug, actor } = await published();
      expect(await failure(outline(slug, version, actor))).toBe('InvalidInput');
    },
  );

  test('a lesson that is not there is not found', async () => {
    const { slug, actor } = await published();
    for (const version of ['draft', '1'])
      expect(await failure(lesson(slug, version, actor, 'three'))).toBe('NotFound');
  });
});

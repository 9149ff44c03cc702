import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { recordDraftFiles, saveDraftFile } from '@/db/queries/drafts';
import { assets } from '@/db/schema';
import { lessonView } from '@/kinds/lesson-view';
import type { Actor } from '@/rules/access';
import { drawnId, isBankPath, setNameOf } from '@/rules/assessment/bank';
import { lessonPath } from '@/rules/authoring/course-files';
import { NotFound, perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { compileCourse } from '../compile/course';
import { readCourseFolder } from '../course-folder';
import { previewFile } from './preview-file';

let db: Database;
let close: () => Promise<void>;
let ann: Actor;

beforeAll(async () => {
  ({ db, close } = await testDatabase());
  ann = await makeUser(db, { role: 'instructor' });
});
afterAll(() => close());

async function draft(texts: Iterable<readonly [string, string]>) {
  const course = await makeCourse(db);
  await makeStaff(db, ann, course.courseId);
  const ids = await recordDraftFiles(db, course.courseId, texts, null);
  const preview = (path: string, text: string, actor: Actor = ann) =>
    perform(previewFile, { course: course.slug, file: ids.get(path), text }, { db, actor });
  return { ...course, ids, preview };
}

const lesson = 'modules/1-first/1-one.md';
const small = () => draft(Object.entries(courseFiles));
const said = ({ problems }: { problems: { line: number; message: string }[] }) =>
  problems.map(({ line, message }) => `${line}: ${message}`).join('\n');

const files = await readCourseFolder(
  join(import.meta.dirname, '../../../content/reading-a-blockchain-policy'),
);
const { course } = await compileCourse(files);

describe('the preview of the bundled course', () => {
  const paths = [...files.texts.keys()].filter((path) => lessonPath.test(path) || isBankPath(path));
  const pages = paths.filter((path) => !isBankPath(path));
  /** The lesson that stands at a path, or the quiz that draws from the set there. */
  const publishedOf = (path: string, text: string) => {
    const set = setNameOf(path);
    const id = /^id: (.*)$/m.exec(text)?.[1];
    return course?.lessons.find(({ content, keys }) =>
      set ? Object.keys(keys).some((key) => key.startsWith(drawnId(set, ''))) : content.id === id,
    );
  };
  let bundled: Awaited<ReturnType<typeof draft>>;
  beforeAll(async () => {
    bundled = await draft(files.texts);
  });

  test.each(pages)('is what learners get, to the byte: %s', async (path) => {
    const text = files.texts.get(path) ?? '';
    const { view, head, problems } = await bundled.preview(path, text);
    const published = publishedOf(path, text);
    if (!published) throw new Error('no such lesson');
    const { segments, popovers, sources } = lessonView(published.content);
    expect(view).toEqual({ segments, popovers, sources });
    expect(head).toMatchObject({ title: published.content.title, minutes: published.content.minutes });
    expect(problems.filter(({ advice }) => !advice)).toEqual([]);
  });

  test.each(paths)('holds no answer: %s', async (path) => {
    const text = files.texts.get(path) ?? '';
    const { keys = {}, content } = publishedOf(path, text) ?? {};
    const shown = JSON.stringify(await bundled.preview(path, text));
    const feedback = Object.values(keys).flatMap((key) => [
      ...Object.values(key.feedback),
      key.right,
      key.wrong,
    ]);
    // Written work asks no questions.
    expect(feedback.length > 0).toBe(content?.work === undefined);
    for (const html of feedback) if (html) expect(shown).not.toContain(JSON.stringify(html).slice(1, -1));
    expect(shown).not.toMatch(/"correct"|"feedback"/);
  });
});

describe('what is wrong in a lesson', () => {
  test('is said with its line, in their order', async () => {
    const { preview } = await small();
    const text = courseFiles[lesson]
      .replace(':cite[src-1]', ':cite[nobody] [there](gone) [here](#gone) [fine](#a-part)')
      .replace('[x] This', '[ ] This');
    const { problems } = await preview(lesson, text);
    expect(problems.map(({ line }) => line)).toEqual(problems.map(({ line }) => line).sort((a, b) => a - b));
    const words = said({ problems });
    expect(words).toContain('12: there is no source "nobody"');
    expect(words).toContain('12: there is no lesson "gone"');
    expect(words).toContain('12: there is no block "gone" in this lesson');
    expect(words).toContain('exactly one [x]');
    expect(words).not.toContain('a-part');
    expect(words.match(/nobody/g)).toHaveLength(1);
  });

  test('may be advice: a level of headings that is left out', async () => {
    const { preview } = await small();
    const { view, problems } = await preview(
      lesson,
      courseFiles[lesson].replace('The opening', '### Too deep\n\nThe opening'),
    );
    expect(problems).toEqual([
      { file: lesson, line: 12, message: expect.stringContaining('skips a level'), advice: true },
    ]);
    expect(view).not.toBeNull();
  });

  test('may be that there is nothing to show', async () => {
    const { preview } = await small();
    for (const text of [
      '',
      'no front matter',
      '---\nid: [\n---\n',
      courseFiles[lesson].replace('id: one', 'id: One'),
    ]) {
      const { view, problems } = await preview(lesson, text);
      expect([view, problems.length > 0]).toEqual([null, true]);
    }
  });

  test('is the id that another lesson has', async () => {
    const second = courseFiles[lesson].replace('id: one', 'id: two');
    const { preview } = await draft([...Object.entries(courseFiles), ['modules/1-first/2-two.md', second]]);
    expect(said(await preview('modules/1-first/2-two.md', courseFiles[lesson]))).toContain(
      '2: the lesson id "one" is used by "Lesson one" too',
    );
    expect(said(await preview('modules/1-first/2-two.md', second.replace('The opening', '[x](one)')))).toBe(
      '',
    );
  });
});

test('a change of what lessons share is seen by the next preview', async () => {
  const { preview, ids, courseId } = await small();
  const text = courseFiles[lesson].replace(':term[digest]', ':term[nonce]');
  expect(said(await preview(lesson, text))).toContain('no glossary entry "nonce"');
  const entry = '- id: nonce\n  term: nonce\n  definition: A number used once.\n';
  await saveDraftFile(db, {
    courseId,
    id: ids.get('glossary/all.yaml') ?? '',
    version: 1,
    text: courseFiles['glossary/all.yaml'] + entry,
    by: ann.userId,
  });
  const fresh = await preview(lesson, text);
  expect(said(fresh)).toBe('');
  expect(fresh.view?.popovers).toContain('A number used once.');
});

test('a picture that was uploaded a moment ago is shown', async () => {
  const { preview, courseId } = await small();
  const text = courseFiles[lesson].replace('The opening', '![A chain](assets/chain.png)\n\nThe opening');
  expect(said(await preview(lesson, text))).toContain('there is no such picture');
  const hash = 'a'.repeat(64);
  await db.insert(assets).values({ hash, type: 'image/png', bytes: 10, width: 5, height: 5 });
  await replaceDraftAssets(db, courseId, new Map([['assets/chain.png', { hash }]]), null);
  const fresh = await preview(lesson, text);
  expect(said(fresh)).toBe('');
  expect(JSON.stringify(fresh.view)).toContain(hash);
});

describe('a file that is no lesson', () => {
  test.each([
    ['glossary/all.yaml', '- id: digest\n  term: digest\n', '1: 0.definition'],
    ['glossary/all.yaml', '- id: [', '1: '],
    ['course.yaml', 'slug: x\n', 'title'],
    ['modules/1-first/module.yaml', 'id: first\ntitle: x\n', 'summary'],
    ['sources/all.yaml', '- id: src-1\n', 'title'],
    [
      'modules/1-first/module.yaml',
      'id: first\ntitle: x\nsummary: "[[write: a summary]]"\n',
      '3: still to be written: a summary',
    ],
  ])('%s is checked as it would be for publishing', async (path, text, message) => {
    const { preview } = await small();
    const { view, problems } = await preview(path, text);
    expect(view).toBeNull();
    expect(said({ problems })).toContain(message);
    expect(problems.every(({ file }) => file === path)).toBe(true);
  });

  test('has no problems as it is', async () => {
    const { preview } = await small();
    for (const [path, text] of Object.entries(courseFiles)) expect(said(await preview(path, text))).toBe('');
  });
});

test('only people of the course get a preview', async () => {
  const { preview } = await small();
  const other = await makeUser(db, { role: 'instructor' });
  const student = await makeUser(db);
  for (const actor of [other, student])
    await expect(preview(lesson, courseFiles[lesson], actor)).rejects.toThrow(NotFound);
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { deleteDraftFiles } from '@/db/queries/drafts';
import { publishedIds } from '@/db/queries/outline';
import { perform } from '@/server/operation';
import { courseFiles } from '@/test/course-folder';
import { testDatabase } from '@/test/database';
import { fields, sourceDesk } from '@/test/source-documents';
import { compileCourse } from '../compile/course';
import { draftOf } from '../studio';
import { correctPassage } from './correct-passage';
import { frameLesson } from './frame-lesson';

let base: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  base = await testDatabase();
});
afterAll(() => base.close());
const { as, studio, add, seenAt } = sourceDesk(() => base.db);
type Studio = Awaited<ReturnType<typeof studio>>;

describe('a lesson is framed from passages', () => {
  const frame = async (at: Studio, more: Record<string, unknown> = {}) => {
    const { document } = await add(at);
    const input = {
      course: at.course,
      document,
      passages: ['A3', 'A2'],
      module: '1-first',
      title: 'Who asks for it',
      ...more,
    };
    return { document, ...(await perform(frameLesson, input as never, as(at.owner))) };
  };

  test('with prompts that stop publishing until they are written, and nothing else', async () => {
    const at = await studio();
    const { path } = await frame(at);
    expect(path).toBe('modules/1-first/2-who-asks-for-it.md');
    const files = await draftOf(base.db, at.courseId);
    const { course, problems } = await compileCourse(files);
    expect(course).toBeNull();
    const stopping = problems.filter(({ advice }) => !advice);
    expect(stopping.length).toBeGreaterThan(10);
    expect(
      stopping.every(({ file, message }) => file === path && message.startsWith('still to be written: ')),
    ).toBe(true);
    expect(problems.filter(({ advice }) => advice).map(({ message }) => message)).toEqual([
      expect.stringContaining('A2: who speaks here is only proposed'),
      expect.stringContaining('A3: who speaks here is only proposed'),
    ]);

    const written = (files.texts.get(path) ?? '').replace(/\[\[write: ([^\]]*)\]\]/g, 'Written.');
    const done = await compileCourse({ ...files, texts: new Map(files.texts).set(path, written) });
    expect(done.problems.filter(({ advice }) => !advice)).toEqual([]);
    const lesson = done.course?.lessons.find(({ content }) => content.id === 'who-asks-for-it')?.content;
    expect(lesson?.passages.map(({ id }) => id)).toEqual(['A2', 'A3']);
    expect(lesson?.blocks.map(({ kind }) => kind)).toEqual([
      'prose',
      'prose',
      'passage',
      'claim',
      'passage',
      'claim',
      'prose',
      'prose',
      'question',
      'question',
      'callout',
    ]);
    expect(lesson?.blocks.find(({ kind }) => kind === 'claim')?.html).toContain('Lin Wei');
  });

  test('with an id and a number that nobody has', async () => {
    const at = await studio();
    const { document } = await frame(at);
    const again = {
      course: at.course,
      document,
      passages: ['A2'],
      module: '1-first',
      title: 'Who asks for it',
    };
    expect(await perform(frameLesson, again, as(at.owner))).toMatchObject({
      path: 'modules/1-first/3-who-asks-for-it-2.md',
    });
    expect(await perform(frameLesson, { ...again, title: '谁在说话' }, as(at.owner))).toMatchObject({
      path: 'modules/1-first/4-passages-a2.md',
    });
  });

  test('with an id that neither an edition nor a deleted lesson has', async () => {
    const at = await studio();
    const { document, path } = await frame(at);
    expect(path).toBe('modules/1-first/2-who-asks-for-it.md');
    await deleteDraftFiles(base.db, at.courseId, [path], randomUUID());
    const again = { course: at.course, document, passages: ['A2'], module: '1-first' };
    expect(await perform(frameLesson, { ...again, title: 'Who asks for it' }, as(at.owner))).toMatchObject({
      path: 'modules/1-first/2-who-asks-for-it-2.md',
    });
    const published = [...(await publishedIds(base.db, at.courseId)).lessons][0] ?? '';
    expect(published).not.toBe('');
    const { path: beside } = await perform(frameLesson, { ...again, title: published }, as(at.owner));
    expect(beside).toBe(`modules/1-first/3-${published}-2.md`);
  });

  test.each([
    ['passages', { passages: [] }],
    ['module', { module: '9-gone' }],
    ['module', { module: '../../x' }],
    ['title', { title: '' }],
  ])('not without its %s', async (field, more) => {
    const at = await studio();
    await expect(frame(at, more)).rejects.toMatchObject({ fields: { [field]: expect.any(String) } });
  });

  test('not from a passage of another document', async () => {
    const at = await studio();
    await expect(frame(at, { passages: ['B1'] })).rejects.toMatchObject({ code: 'passage-gone' });
  });
});

describe('where readers may not see the words', () => {
  test('a passage needs a paraphrase, and its words never reach the edition', async () => {
    const lesson = courseFiles['modules/1-first/1-one.md'].replace('ref="D1"', 'ref="A2"');
    const at = await studio({ 'modules/1-first/1-one.md': lesson });
    const { document } = await add(at, {
      paraphraseOnly: 'true',
      text: 'Lin Wei said CANARY words of theirs.\n\nLin Wei said CANARY more of it.',
    });
    const compile = async () => compileCourse(await draftOf(base.db, at.courseId));
    const stopped = await compile();
    expect(stopped.problems.filter(({ advice }) => !advice)).toEqual([
      {
        file: 'modules/1-first/1-one.md',
        line: 18,
        message: expect.stringContaining('A2 has no paraphrase'),
      },
    ]);
    const { version } = await seenAt(at, document, 'A2');
    await perform(
      correctPassage,
      { course: at.course, document, passage: 'A2', version, ...fields, paraphrase: 'In our words.' },
      as(at.owner),
    );
    const { course } = await compile();
    expect(course).not.toBeNull();
    expect(JSON.stringify(course)).not.toContain('CANARY');
    expect(JSON.stringify(course)).toContain('In our words.');
    const named = lesson.replace('[D1]', '[D1, A1]');
    const { texts } = await draftOf(base.db, at.courseId);
    const { problems } = await compileCourse({
      texts: new Map(texts).set('modules/1-first/1-one.md', named),
      assets: new Map(),
    });
    expect(problems.filter(({ advice }) => !advice)).toEqual([
      { file: 'modules/1-first/1-one.md', line: 6, message: expect.stringContaining('A1 has no paraphrase') },
    ]);
  });
});

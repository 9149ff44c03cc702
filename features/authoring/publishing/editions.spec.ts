import { and, eq, isNull } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { recordAsset } from '@/db/queries/assets';
import { draftAssetsOf, replaceDraftAssets } from '@/db/queries/draft-assets';
import { draftFilesOf } from '@/db/queries/drafts';
import { importContent } from '@/db/queries/imports';
import { auditLog, courseImports, draftFiles } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio, writtenCourse } from '@/test/editions';
import { makeCourse, makeStaff, makeUser } from '@/test/factories';
import { getEdition } from './get-edition';
import { getEditionDiff } from './get-edition-diff';
import { listEditions } from './list-editions';
import { moveLearners } from './move-learners';
import { restoreEdition } from './restore-edition';
import { reviewPublication } from './review-publication';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

type Studio = Awaited<ReturnType<typeof makeStudio>>;
const first = { one: ['a', 'q-1'], two: ['a'] };
const second = { one: ['a', 'q-1', 'b'], two: ['a'] };

/** A course with two editions, somebody on each, and somebody who finished the first. */
async function twoEditions() {
  const studio = await makeStudio(db, first);
  await studio.publish();
  const [finished, done, begun] = [await studio.learner(), await studio.learner(), await studio.learner()];
  await finished.work(first);
  await done.work({ one: first.one });
  await begun.work({ one: ['a'] });
  await studio.write(second);
  await studio.publish();
  const late = await studio.learner();
  return { studio, people: { finished, done, begun, late } };
}

describe('the review of a publication', () => {
  test('of a first edition says what it holds', async () => {
    const studio = await makeStudio(db, first);
    expect(await studio.review()).toMatchObject({
      current: null,
      mayEdit: true,
      stops: [],
      waiting: null,
      next: {
        number: 1,
        diff: null,
        impact: null,
        size: { modules: 1, lessons: 2, minutes: 20, questions: 1 },
      },
    });
  });

  test('says what changes and whom it touches', async () => {
    const { studio } = await twoEditions();
    await studio.write({ two: ['a'], three: ['a', 'q-1'] });
    const { next, finished, current } = await studio.review();
    expect([current?.number, finished]).toEqual([2, 1]);
    expect(next?.number).toBe(3);
    expect(next?.diff?.lessons).toMatchObject([
      { id: 'three', change: 'added', points: { before: 0, after: 1 } },
      { id: 'one', change: 'removed', points: { before: 1, after: 0 } },
    ]);
    // Three are still learning: one who completed the lesson that goes, one in the middle of it, one new.
    expect(next?.impact).toMatchObject({
      learners: 3,
      lessons: [{ id: 'one', number: null, impact: { goneDone: 1, goneBegun: 1 } }],
      choices: { everyone: { moved: 3, reopened: 0, finishing: 0 } },
    });
  });

  test('names a text that changed, word by word, and who keeps it done', async () => {
    const { studio } = await twoEditions();
    await studio.write(second, 'With more words.');
    const { next } = await studio.review();
    const lesson = next?.diff?.lessons.find(({ id }) => id === 'one');
    expect(lesson).toMatchObject({ counts: { added: 0, changed: 2, removed: 0, questions: 0 } });
    const parts = lesson?.blocks?.[0]?.text ?? [];
    expect(parts.filter(({ change }) => change === 'added').map(({ text }) => text.trim())).toEqual([
      'With more words.',
    ]);
    expect(next?.impact?.lessons).toMatchObject([
      { id: 'one', number: 1, impact: { kept: 0, reopened: 1, middle: 1 } },
    ]);
  });

  test('of a draft that is what was published says so', async () => {
    const { studio } = await twoEditions();
    expect(await studio.review()).toMatchObject({ next: { number: 2, again: false, diff: { same: true } } });
    await studio.write(first);
    expect(await studio.review()).toMatchObject({ next: { number: 1, again: true, diff: { same: false } } });
  });

  test('leads from a mistake to its file', async () => {
    const studio = await makeStudio(db, first);
    const [file] = await db
      .select()
      .from(draftFiles)
      .where(and(eq(draftFiles.courseId, studio.courseId), eq(draftFiles.path, 'modules/1-first/1-one.md')));
    await db
      .update(draftFiles)
      .set({ text: (file?.text ?? '').replace('Explain it.', '') })
      .where(eq(draftFiles.id, file?.id ?? ''));
    await db
      .delete(draftFiles)
      .where(
        and(eq(draftFiles.courseId, studio.courseId), eq(draftFiles.path, 'modules/1-first/module.yaml')),
      );
    const { stops, next } = await studio.review();
    expect(next).toBeNull();
    expect(stops).toMatchObject([
      { file: 'modules/1-first/module.yaml', fileId: null, room: 'files' },
      { file: 'modules/1-first/1-one.md', fileId: file?.id, room: 'lessons' },
    ]);
  });
});

describe('the list of editions', () => {
  test('names each with its author, who is on it, and the current one', async () => {
    const { studio } = await twoEditions();
    const { editions, mayEdit, publication } = await perform(
      listEditions,
      { course: studio.slug },
      { db, actor: studio.owner },
    );
    expect([mayEdit, publication]).toEqual([true, null]);
    expect(editions).toMatchObject([
      {
        number: 2,
        current: true,
        publisher: studio.owner.name,
        filesKept: true,
        learners: { learning: 1, finished: 0, over: 0 },
      },
      { number: 1, current: false, learners: { learning: 2, finished: 1, over: 0 } },
    ]);
  });

  test('of a course without one is empty', async () => {
    const studio = await makeStudio(db, first);
    expect(await perform(listEditions, { course: studio.slug }, { db, actor: studio.owner })).toMatchObject({
      editions: [],
      publication: null,
    });
  });
});

describe('comparing', () => {
  const compare = (studio: Studio, from: string, to: string, lesson: string | null = null) =>
    perform(getEditionDiff, { course: studio.slug, from, to, lesson }, { db, actor: studio.owner });

  test('two editions, either way round, or one with the draft', async () => {
    const { studio } = await twoEditions();
    expect((await compare(studio, '1', '2')).diff?.lessons).toMatchObject([
      { id: 'one', blocks: [{ id: 'b', change: 'added' }] },
    ]);
    expect((await compare(studio, '2', '1')).diff?.lessons).toMatchObject([
      { id: 'one', blocks: [{ id: 'b', change: 'removed' }] },
    ]);
    expect(await compare(studio, '2', 'draft')).toMatchObject({ diff: { same: true }, editions: [2, 1] });
  });

  test('shows a large course lesson by lesson', async () => {
    const lessons = Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`l-${index}`, ['a', 'b']]));
    const studio = await makeStudio(db, lessons);
    await studio.publish();
    await studio.write(lessons, 'word '.repeat(2_000));
    const all = (await compare(studio, '1', 'draft')).diff?.lessons ?? [];
    expect(all).toHaveLength(12);
    expect(all.filter(({ blocks }) => blocks === null).length).toBeGreaterThan(0);
    const { diff } = await compare(studio, '1', 'draft', 'l-11');
    expect(diff?.lessons).toMatchObject([{ id: 'l-11', blocks: [{ id: 'a' }, { id: 'b' }] }]);
  });

  test('with a draft that has mistakes is not possible yet', async () => {
    const { studio } = await twoEditions();
    await studio.write({});
    expect(await compare(studio, '2', 'draft')).toMatchObject({ diff: null });
  });

  test.each([
    ['3', '1'],
    ['1', '999'],
  ])('with an edition that is not there is not found: %s, %s', async (from, to) => {
    const { studio } = await twoEditions();
    await expect(compare(studio, from, to)).rejects.toMatchObject({ name: 'NotFound' });
  });

  test.each(['0', '-1', 'x', '1.5', '1e3', ''])('with "%s" is invalid', async (from) => {
    const studio = await makeStudio(db, first);
    await expect(compare(studio, from, 'draft')).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('restoring an edition', () => {
  const restore = async (studio: Studio, edition: number, reviewed?: string) =>
    perform(
      restoreEdition,
      { course: studio.slug, edition, reviewed: reviewed ?? (await studio.review()).reviewed },
      { db, actor: studio.owner },
    );
  const draft = async ({ courseId }: Studio) =>
    new Map((await draftFilesOf(db, courseId)).map(({ path, text }) => [path, text]));
  const copies = ({ courseId }: Studio) =>
    db.select().from(courseImports).where(eq(courseImports.courseId, courseId));

  test('makes the draft its files, with its pictures; what is published stays', async () => {
    const { studio } = await twoEditions();
    const asset = { hash: 'a'.repeat(64), type: 'image/png' as const, bytes: 10, width: 1, height: 1 };
    await recordAsset(db, asset);
    await replaceDraftAssets(db, studio.courseId, new Map([['assets/a.png', asset]]), null);
    const was = await studio.current();
    expect(await restore(studio, 1)).toMatchObject({ changed: 1, added: 0, removed: 0 });
    expect(await draft(studio)).toEqual(writtenCourse(studio.slug, first));
    expect(await draftAssetsOf(db, studio.courseId)).toEqual(new Map());
    expect(await studio.current()).toBe(was);
    expect(await studio.publish()).toMatchObject({ number: 1, outcome: 'restored' });
  });

  test('keeps no copy of a draft that an edition holds', async () => {
    const { studio } = await twoEditions();
    expect(await restore(studio, 1)).toMatchObject({ former: null, changed: 1 });
    expect(await copies(studio)).toEqual([]);
  });

  test('keeps a draft that no edition holds, to be brought back', async () => {
    const { studio } = await twoEditions();
    const written = { one: ['a'], three: ['a'] };
    await studio.write(written);
    const { former } = await restore(studio, 1);
    expect(await copies(studio)).toMatchObject([{ id: former, name: 'Restoring edition 1' }]);
    const kept = await importContent(db, former ?? '');
    expect(kept?.texts).toEqual(writtenCourse(studio.slug, written));
    const entries = await db.select().from(auditLog).where(eq(auditLog.action, 'restore-edition'));
    expect(entries.at(-1)).toMatchObject({ object: `course:${studio.slug}`, detail: { edition: 1, former } });
  });

  test('keeps the ids of files, so that an open editor meets a conflict and no missing page', async () => {
    const { studio } = await twoEditions();
    const before = await draftFilesOf(db, studio.courseId);
    await restore(studio, 1);
    const after = await draftFilesOf(db, studio.courseId);
    expect(after.map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
    const one = (files: typeof before) => files.find(({ path }) => path.endsWith('1-one.md'));
    expect(one(after)?.version).toBe((one(before)?.version ?? 0) + 1);
  });

  test('of what the draft is already changes nothing', async () => {
    const { studio } = await twoEditions();
    expect(await restore(studio, 2)).toEqual({ former: null, added: 0, changed: 0, removed: 0 });
  });

  test('over a draft that changed since it was looked at is refused', async () => {
    const { studio } = await twoEditions();
    const { reviewed } = await studio.review();
    await studio.write({ one: ['a'] });
    await expect(restore(studio, 1, reviewed)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await draft(studio)).toEqual(writtenCourse(studio.slug, { one: ['a'] }));
  });

  test('whose files were not kept is refused', async () => {
    const actor = await makeUser(db, { role: 'instructor' });
    const course = await makeCourse(db);
    await makeStaff(db, actor, course.courseId);
    const input = { course: course.slug, edition: 1, reviewed: '0'.repeat(64) };
    await expect(perform(restoreEdition, input, { db, actor })).rejects.toMatchObject({
      code: 'files-not-kept',
    });
    expect(await perform(getEdition, { course: course.slug, edition: 1 }, { db, actor })).toMatchObject({
      restore: null,
    });
  });

  test('that is not there is not found', async () => {
    const studio = await makeStudio(db, first);
    await expect(restore(studio, 1)).rejects.toMatchObject({ name: 'NotFound' });
    const live = and(eq(draftFiles.courseId, studio.courseId), isNull(draftFiles.deletedAt));
    expect(await db.select().from(draftFiles).where(live)).not.toEqual([]);
  });

  test('is shown before, file by file', async () => {
    const { studio } = await twoEditions();
    await studio.write({ ...second, three: ['a'] });
    const shown = await perform(getEdition, { course: studio.slug, edition: 1 }, { db, actor: studio.owner });
    expect(shown).toMatchObject({
      edition: { number: 1, current: false, learners: { learning: 2, finished: 1 } },
      restore: {
        draftIsAnEdition: false,
        changes: [
          { path: 'modules/1-first/1-one.md', how: 'changed' },
          { path: 'modules/1-first/3-three.md', how: 'removed' },
        ],
      },
      impact: null,
    });
  });
});

describe('moving learners later', () => {
  const move = (studio: Studio, moves: 'untouched' | 'everyone', edition = 2) =>
    perform(moveLearners, { course: studio.slug, edition, moves }, { db, actor: studio.owner });

  test('does what the page of the edition says', async () => {
    const { studio, people } = await twoEditions();
    const { impact } = await perform(
      getEdition,
      { course: studio.slug, edition: 2 },
      { db, actor: studio.owner },
    );
    expect(impact).toMatchObject({
      learners: 2,
      lessons: [{ id: 'one', impact: { reopened: 1, middle: 1 } }],
      choices: { untouched: { moved: 1 }, everyone: { moved: 2, reopened: 1 } },
    });
    expect(await move(studio, 'untouched')).toEqual({ moved: 1, finished: 0 });
    expect(await move(studio, 'everyone')).toEqual({ moved: 1, finished: 0 });
    expect(await move(studio, 'everyone')).toEqual({ moved: 0, finished: 0 });
    expect((await people.finished.enrollment()).editionId).not.toBe(
      (await people.done.enrollment()).editionId,
    );
  });

  test('to an edition that is no longer the current one is refused', async () => {
    const { studio } = await twoEditions();
    await expect(move(studio, 'everyone', 1)).rejects.toMatchObject({ code: 'not-the-newest' });
    await expect(move(studio, 'none' as never)).rejects.toMatchObject({ name: 'InvalidInput' });
  });
});

describe('who may', () => {
  const reads = {
    review: (course: string, actor: never) => perform(reviewPublication, { course }, { db, actor }),
    list: (course: string, actor: never) => perform(listEditions, { course }, { db, actor }),
    see: (course: string, actor: never) => perform(getEdition, { course, edition: 1 }, { db, actor }),
    compare: (course: string, actor: never) =>
      perform(getEditionDiff, { course, from: '1', to: '1' }, { db, actor }),
  };
  const writes = {
    restore: (course: string, actor: never) =>
      perform(restoreEdition, { course, edition: 1, reviewed: '0'.repeat(64) }, { db, actor }),
    move: (course: string, actor: never) =>
      perform(moveLearners, { course, edition: 1, moves: 'everyone' }, { db, actor }),
  };

  test('graders read and do not write; others do not even learn that the course exists', async () => {
    const studio = await makeStudio(db, first);
    await studio.publish();
    const grader = (await studio.staff('grader')) as never;
    const strangers = [(await makeStudio(db, first)).owner, await makeUser(db)] as never[];
    for (const read of Object.values(reads)) {
      await expect(read(studio.slug, grader)).resolves.toBeTruthy();
      for (const actor of strangers)
        await expect(read(studio.slug, actor)).rejects.toMatchObject({ name: 'NotFound' });
    }
    expect(await studio.review(grader)).toMatchObject({ mayEdit: false });
    for (const write of Object.values(writes)) {
      for (const actor of [grader, ...strangers])
        await expect(write(studio.slug, actor)).rejects.toMatchObject({ name: 'NotFound' });
    }
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimEntries } from '@/db/schema';
import { mostEntries, noWords } from '@/rules/claims/entry';
import { NotFound, perform } from '@/server/operation';
import { makeLogCourse, wholeClaim } from '@/test/claims';
import { testDatabase } from '@/test/database';
import { makeStudio } from '@/test/editions';
import { makeUser } from '@/test/factories';
import { getLesson } from '../get-lesson';
import { beginClaimEntry } from './begin-claim-entry';
import { deleteClaimEntry } from './delete-claim-entry';
import { exportClaimLog } from './export-claim-log';
import { getClaimEntry } from './get-claim-entry';
import { getClaimLog } from './get-claim-log';
import { restoreClaimEntry } from './restore-claim-entry';

let base: Awaited<ReturnType<typeof testDatabase>>;
let course: Awaited<ReturnType<typeof makeLogCourse>>;
beforeAll(async () => {
  base = await testDatabase();
  course = await makeLogCourse(base.db);
});
afterAll(() => base.close());

describe('an entry of a claim log', () => {
  test('is kept as it is typed, with what is still missing', async () => {
    const { actor, save, log } = await course.writer();
    const entry = randomUUID();
    const as = { db: base.db, actor };
    expect((await log()).entries).toEqual([]);
    await save({ ...noWords(), claim: 'It is' }, { entry });
    const again = await save({ ...noWords('D1'), claim: 'It is safe.' }, { entry });
    expect(again).toMatchObject({ own: true, text: null, revision: 2 });
    expect((await log()).entries).toMatchObject([
      {
        id: entry,
        words: { claim: 'It is safe.', passage: 'D1' },
        lesson: { id: 'before', title: 'Lesson before' },
        missing: expect.stringMatching(/^Still missing: speaker, /),
      },
    ]);
    expect(await perform(getClaimEntry, { course: course.slug, entry }, as)).toMatchObject({
      id: entry,
      revision: 2,
      passages: [{ id: 'D1' }],
    });
    const lesson = await perform(getLesson, { course: course.slug, lesson: 'before' }, as);
    expect(lesson.claimLog).toEqual({ own: 1 });
  });

  test('of another device is never overwritten unseen, and the same words are no conflict', async () => {
    const { save, log } = await course.writer();
    const entry = randomUUID();
    await save({}, { entry });
    const elsewhere = { entry, writer: randomUUID() };
    const answer = await save({ claim: 'Mine.' }, { ...elsewhere, base: 0 });
    expect(answer).toMatchObject({ own: false, revision: 1, text: expect.stringContaining('tamper-proof') });
    expect((await log()).entries[0]?.words.claim).toBe(wholeClaim.claim);
    expect(await save({}, { ...elsewhere, base: 0 })).toMatchObject({ own: true });
    expect(await save({ claim: 'Mine.' }, { ...elsewhere, base: 1 })).toMatchObject({
      own: true,
      revision: 2,
    });
  });

  test('is taken out, cannot be written then, and is put back as it was', async () => {
    const { actor, save, log } = await course.writer();
    const entry = randomUUID();
    const as = { db: base.db, actor };
    const at = { course: course.slug, entry };
    await save({}, { entry });
    await perform(deleteClaimEntry, at, as);
    expect(await log()).toMatchObject({ entries: [], deleted: [{ id: entry }] });
    await expect(perform(getClaimEntry, at, as)).rejects.toThrow(NotFound);
    await expect(save({ claim: 'More.' }, { entry })).rejects.toMatchObject({ code: 'entry-taken-out' });
    await perform(restoreClaimEntry, at, as);
    expect((await log()).entries).toMatchObject([{ id: entry, words: wholeClaim }]);
  });

  test.each<[string, object, RegExp]>([
    ['a passage that its lesson does not show', { passage: 'D9' }, /passage/],
    ['a level that is none', { level: 'E7' }, /level/],
    ['a claim that is too long', { claim: 'x'.repeat(1_001) }, /claim/],
    ['what cannot be stored', { evidence: 'a\u0000b' }, /evidence/],
  ])('cannot have %s', async (_title, words, field) => {
    const { save } = await course.writer();
    await expect(save(words)).rejects.toMatchObject({
      fields: { [field.source]: expect.any(String) },
    });
  });

  test('comes from a lesson of the course', async () => {
    const { actor, save } = await course.writer();
    await expect(save({}, { lesson: 'gone' })).rejects.toThrow(NotFound);
    const begin = (lesson: string, passage = '') =>
      perform(beginClaimEntry, { course: course.slug, lesson, passage }, { db: base.db, actor });
    await expect(begin('gone')).rejects.toThrow(NotFound);
    expect((await begin('before', 'D1')).words).toEqual(noWords('D1'));
    expect((await begin('after', 'D1')).words).toEqual(noWords());
  });

  test('is not added to a log that is full', async () => {
    const { enrollmentId, save, log } = await course.writer();
    await base.db.insert(claimEntries).values(
      Array.from({ length: mostEntries }, () => ({
        ...{ id: randomUUID(), enrollmentId, lessonId: 'before', writer: randomUUID() },
        ...noWords(),
      })),
    );
    await expect(save()).rejects.toMatchObject({ code: 'log-full' });
    expect((await log()).full).toBe(true);
  });
});

describe('a claim log', () => {
  test('is taken away as Markdown and as a list, without what was taken out', async () => {
    const { actor, save } = await course.writer();
    const [kept, out] = [randomUUID(), randomUUID()];
    await save({ claim: 'This stays.' }, { entry: kept });
    await save({ claim: 'This goes.' }, { entry: out });
    const as = { db: base.db, actor };
    await perform(deleteClaimEntry, { course: course.slug, entry: out }, as);
    for (const format of ['md', 'csv'] as const) {
      const { name, text } = await perform(exportClaimLog, { course: course.slug, format }, as);
      expect(name).toBe(`${course.slug}-claim-log.${format}`);
      expect(text).toContain('This stays.');
      expect(text).not.toContain('This goes.');
    }
  });

  test('is found by nobody else, and its ids are of no use to them', async () => {
    const [mine, theirs] = [await course.writer(), await course.writer()];
    const entry = randomUUID();
    await mine.save({ claim: 'CANARY-OF-MINE' }, { entry });
    const at = { course: course.slug, entry };
    const as = { db: base.db, actor: theirs.actor };
    for (const op of [getClaimEntry, deleteClaimEntry, restoreClaimEntry])
      await expect(perform(op as typeof getClaimEntry, at, as)).rejects.toThrow(NotFound);
    await expect(theirs.save({ claim: 'Taken.' }, { entry })).rejects.toThrow(NotFound);
    expect(JSON.stringify(await theirs.log())).not.toContain('CANARY');
    expect((await mine.log()).entries).toMatchObject([{ words: { claim: 'CANARY-OF-MINE' } }]);
    const outside = await makeUser(base.db);
    for (const actor of [outside, course.owner, null])
      await expect(perform(getClaimLog, { course: course.slug }, { db: base.db, actor })).rejects.toThrow();
  });

  test('is in no course that does not ask for one', async () => {
    const plain = await makeStudio(base.db, { before: ['a'] });
    await plain.publish();
    const { actor } = await plain.learner();
    const as = { db: base.db, actor };
    await expect(perform(getClaimLog, { course: plain.slug }, as)).rejects.toThrow(NotFound);
    const lesson = await perform(getLesson, { course: plain.slug, lesson: 'before' }, as);
    expect(lesson.claimLog).toBeNull();
  });
});

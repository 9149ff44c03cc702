import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { draftFileAt, saveDraftFile } from '@/db/queries/drafts';
import { editionFilesOf } from '@/db/queries/edition-files';
import { auditLog, courses, editions, enrollmentEvents, evidence } from '@/db/schema';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeStudio, writtenCourse } from '@/test/editions';
import { makeUser } from '@/test/factories';
import { checkPublication } from './check-publication';
import { publishDraft } from './publish-draft';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

type Studio = Awaited<ReturnType<typeof makeStudio>>;
const input = async ({ slug, review }: Studio) => {
  const { reviewed, current } = await review();
  return { course: slug, reviewed, against: current?.number ?? 0, note: '', moves: 'none' as const };
};
const stored = async ({ courseId, current }: Studio) => {
  const rows = await db.select().from(editions).where(eq(editions.courseId, courseId));
  const now = await current();
  return {
    numbers: rows.map(({ number }) => number).sort(),
    current: rows.find(({ id }) => id === now)?.number ?? null,
  };
};

describe('publishing a draft', () => {
  test('for the first time makes edition 1, with its files, its author, its note and an audit entry', async () => {
    const studio = await makeStudio(db, { one: ['a', 'q-1'] });
    const given = { ...(await input(studio)), note: '  The first.\r\nOf many. ' };
    const output = await perform(publishDraft, given, { db, actor: studio.owner });
    expect(output).toMatchObject({ ok: true, number: 1, outcome: 'published', moved: 0, finished: 0 });
    const [edition] = await db.select().from(editions).where(eq(editions.courseId, studio.courseId));
    expect(edition).toMatchObject({ note: 'The first.\nOf many.', publishedBy: studio.owner.userId });
    const files = await editionFilesOf(db, edition?.id ?? '');
    expect(files?.texts).toEqual(writtenCourse(studio.slug, { one: ['a', 'q-1'] }));
    expect(
      await db
        .select()
        .from(auditLog)
        .where(eq(auditLog.object, `course:${studio.slug}`)),
    ).toMatchObject([
      {
        actorId: studio.owner.userId,
        action: 'publish-draft',
        detail: {
          edition: 1,
          outcome: 'published',
          moves: 'none',
          moved: 0,
          finished: 0,
          note: 'The first.\nOf many.',
        },
      },
    ]);
  });

  test('again makes the next edition; the same again makes none; going back makes the old one current', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    await studio.publish();
    expect(await studio.publish()).toMatchObject({ number: 1, outcome: 'unchanged' });
    await studio.write({ one: ['a', 'b'] });
    expect(await studio.publish()).toMatchObject({ number: 2, outcome: 'published' });
    await studio.write({ one: ['a'] });
    expect(await studio.publish()).toMatchObject({ number: 1, outcome: 'restored' });
    expect(await stored(studio)).toEqual({ numbers: [1, 2], current: 1 });
  });

  test('takes the zone of the course along', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const head = await draftFileAt(db, studio.courseId, 'course.yaml');
    if (!head) throw new Error('no head');
    const text = head.text.replace('zone: UTC', 'zone: Asia/Shanghai');
    await saveDraftFile(db, { courseId: studio.courseId, ...head, text, by: studio.owner.userId });
    await studio.publish();
    const [course] = await db.select().from(courses).where(eq(courses.id, studio.courseId));
    expect(course?.zone).toBe('Asia/Shanghai');
  });

  test.each<[string, string, string]>([
    ['a mistake', 'verified: 2026-01-01', 'verified: yesterday'],
    ['the address of another course', 'slug: ', 'slug: another-'],
  ])('with %s is refused with the list, and nothing is stored', async (_title, right, wrong) => {
    const studio = await makeStudio(db, { one: ['a'] });
    await studio.publish();
    const head = await draftFileAt(db, studio.courseId, 'course.yaml');
    if (!head) throw new Error('no head');
    const text = head.text.replace(right, wrong);
    await saveDraftFile(db, { courseId: studio.courseId, ...head, text, by: studio.owner.userId });
    const output = await perform(publishDraft, await input(studio), { db, actor: studio.owner });
    expect(output).toMatchObject({
      ok: false,
      code: 'problems-open',
      problems: [{ file: 'course.yaml', line: expect.any(Number), message: expect.any(String) }],
    });
    expect(await stored(studio)).toEqual({ numbers: [1], current: 1 });
    const checked = await perform(checkPublication, { course: studio.slug }, { db, actor: studio.owner });
    expect(checked).toEqual({ problems: 1 });
  });

  test('that was changed since it was reviewed is refused', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const given = await input(studio);
    await studio.write({ one: ['a', 'b'] });
    await expect(perform(publishDraft, given, { db, actor: studio.owner })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    expect(await stored(studio)).toEqual({ numbers: [], current: null });
  });

  test('that was compared with another edition is refused, unless it is what there is', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const first = await input(studio);
    await studio.publish();
    expect(await perform(publishDraft, first, { db, actor: studio.owner })).toMatchObject({
      outcome: 'unchanged',
    });
    await studio.write({ one: ['a', 'b'] });
    const given = { ...(await input(studio)), against: 0 };
    await expect(perform(publishDraft, given, { db, actor: studio.owner })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  test('five times at once is one edition', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const given = await input(studio);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => perform(publishDraft, given, { db, actor: studio.owner })),
    );
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(done.filter((output) => output.ok && output.outcome === 'published')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'changed-meanwhile' });
    }
    expect(await stored(studio)).toEqual({ numbers: [1], current: 1 });
  });

  test.each([
    [{ note: 'x'.repeat(1_001) }, 'note'],
    [{ note: 'a\u0000b' }, 'note'],
    [{ note: '\ud800' }, 'note'],
    [{ moves: 'all' }, 'moves'],
    [{ moves: undefined }, 'moves'],
    [{ reviewed: 'x' }, 'reviewed'],
    [{ against: -1 }, 'against'],
    [{ more: 1 }, 'form'],
  ])('with %j is invalid', async (wrong, field) => {
    const studio = await makeStudio(db, { one: ['a'] });
    const given = { ...(await input(studio)), ...wrong };
    await expect(perform(publishDraft, given, { db, actor: studio.owner })).rejects.toMatchObject({
      name: 'InvalidInput',
      fields: { [field]: expect.any(String) },
    });
  });

  test('is for owners, editors and administrators alone', async () => {
    const studio = await makeStudio(db, { one: ['a'] });
    const other = await makeStudio(db, { one: ['a'] });
    const given = await input(studio);
    const people = {
      grader: await studio.staff('grader'),
      'another instructor': other.owner,
      student: await makeUser(db),
    };
    for (const actor of Object.values(people)) {
      await expect(perform(publishDraft, given, { db, actor })).rejects.toMatchObject({ name: 'NotFound' });
    }
    await expect(perform(publishDraft, given, { db, actor: null })).rejects.toMatchObject({
      name: 'NotSignedIn',
    });
    expect(await stored(studio)).toEqual({ numbers: [], current: null });
    for (const actor of [await studio.staff('editor'), await makeUser(db, { role: 'admin' })]) {
      expect(
        await perform(
          publishDraft,
          { ...given, against: (await stored(studio)).current ?? 0 },
          { db, actor },
        ),
      ).toMatchObject({ ok: true });
    }
  });
});

describe('moving learners with an edition', () => {
  const before = { one: ['a', 'q-1'], two: ['a'] };

  /** A course with somebody in every place that counts, and the next edition written. */
  async function crowd(after: Parameters<Studio['write']>[0]) {
    const studio = await makeStudio(db, before);
    await studio.publish();
    const people = {
      new: await studio.learner(),
      middle: await studio.learner(),
      done: await studio.learner(),
      finished: await studio.learner(),
      paused: await studio.learner({ state: 'paused' }),
      withdrawn: await studio.learner({ state: 'withdrawn' }),
      over: await studio.learner({ endsAt: new Date(Date.now() + 60_000) }),
    };
    await people.middle.work({ one: ['a'] });
    await people.done.work({ one: ['a', 'q-1'] });
    await people.over.work({ one: ['a', 'q-1'] });
    await people.finished.work(before);
    await db.execute(
      `update enrollments set ends_at = now() - interval '1 hour' where id = '${people.over.enrollmentId}'`,
    );
    await studio.write(after);
    const where = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(people).map(async ([who, { enrollment }]) => {
            const { editionId } = await enrollment();
            const [edition] = await db.select().from(editions).where(eq(editions.id, editionId));
            return [who, edition?.number] as const;
          }),
        ),
      );
    return { ...studio, people, where };
  }
  const added = { one: ['a', 'q-1', 'b'], two: ['a'] };

  test.each([
    ['none', 0, { new: 1, middle: 1, done: 1, paused: 1 }],
    ['untouched', 3, { new: 2, middle: 2, done: 1, paused: 2 }],
    ['everyone', 4, { new: 2, middle: 2, done: 2, paused: 2 }],
  ] as const)('as chosen: %s moves %d', async (moves, moved, places) => {
    const studio = await crowd(added);
    const { next } = await studio.review();
    expect(next?.impact).toMatchObject({ learners: 4, choices: { [moves]: { moved } } });
    expect(await studio.publish(moves)).toMatchObject({ number: 2, moved, finished: 0 });
    expect(await studio.where()).toEqual({ ...places, finished: 1, withdrawn: 1, over: 1 });
  });

  test('leaves a row in the history of each, and their progress as the ledger says', async () => {
    const { people, publish, owner } = await crowd(added);
    const { editionId } = await publish('everyone');
    const events = await db.select().from(enrollmentEvents).where(eq(enrollmentEvents.editionId, editionId));
    expect(events).toHaveLength(4);
    const of = events.find(({ enrollmentId }) => enrollmentId === people.paused.enrollmentId);
    expect(of).toMatchObject({
      from: 'paused',
      to: 'paused',
      actorId: owner.userId,
      reason: 'Moved to edition 2',
      batchId: events[0]?.batchId,
    });
    expect(await people.done.progress()).toEqual({
      one: { done: ['a', 'q-1'], percent: 66, complete: false },
    });
    expect(await people.middle.progress()).toEqual({ one: { done: ['a'], percent: 33, complete: false } });
    expect(await people.new.progress()).toEqual({});
    await people.done.work({ one: ['b'], two: ['a'] });
    expect((await people.done.enrollment()).state).toBe('completed');
  });

  test('drops a removed lesson from the progress, and finishes those to whom nothing is left', async () => {
    const { people, publish } = await crowd({ one: ['a', 'q-1'] });
    expect(await publish('everyone')).toMatchObject({ moved: 4, finished: 1 });
    expect(await people.done.enrollment()).toMatchObject({
      state: 'completed',
      completedAt: expect.any(Date),
    });
    const events = await db
      .select()
      .from(enrollmentEvents)
      .where(eq(enrollmentEvents.enrollmentId, people.done.enrollmentId));
    expect(events.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      ['active', 'active', 'Moved to edition 2'],
      ['active', 'completed', 'Every lesson is complete.'],
    ]);
    expect(await people.finished.progress()).toMatchObject({
      one: { complete: true },
      two: { complete: true },
    });
  });

  test('brings back what the ledger still knows when a block returns', async () => {
    const { people, publish, write } = await crowd({ one: ['a'], two: ['a'] });
    await publish('everyone');
    expect(await people.done.progress()).toEqual({ one: { done: ['a'], percent: 100, complete: true } });
    await write(before);
    expect(await publish('everyone')).toMatchObject({ number: 1, outcome: 'restored', moved: 4 });
    expect(await people.done.progress()).toEqual({
      one: { done: ['a', 'q-1'], percent: 100, complete: true },
    });
    expect(await people.middle.progress()).toEqual({ one: { done: ['a'], percent: 50, complete: false } });
    const rows = await db
      .select()
      .from(evidence)
      .where(and(eq(evidence.enrollmentId, people.done.enrollmentId), eq(evidence.lessonId, 'one')));
    expect(rows).toHaveLength(2);
  });

  test('keeps the time at which a lesson was completed', async () => {
    const { people, publish } = await crowd({ one: ['a'], two: ['a', 'b'] });
    const completedAt = async () => {
      const [row] = await db.execute<{ at: string }>(
        `select completed_at::text as at from lesson_progress where lesson_id = 'one' and enrollment_id = '${people.done.enrollmentId}'`,
      );
      return row?.at;
    };
    const was = await completedAt();
    await publish('everyone');
    expect(was).toBeTruthy();
    expect(await completedAt()).toBe(was);
  });
});

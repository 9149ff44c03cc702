import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { submissions } from '@/db/schema';
import { NotFound, perform } from '@/server/operation';
import { makeLogCourse } from '@/test/claims';
import { testDatabase } from '@/test/database';
import { claimWork } from './claim-work';
import { finishGrading } from './finish-grading';
import { getGrading } from './get-grading';
import { getMyWork } from './get-my-work';
import { handInWork } from './hand-in-work';
import { saveDraft } from './save-draft';

let base: Awaited<ReturnType<typeof testDatabase>>;
let course: Awaited<ReturnType<typeof makeLogCourse>>;
beforeAll(async () => {
  base = await testDatabase();
  course = await makeLogCourse(base.db, ['anonymous: true', 'revisions: 1', 'pass: 50']);
});
afterAll(() => base.close());

const rowsOf = (enrollmentId: string) =>
  base.db
    .select()
    .from(submissions)
    .where(and(eq(submissions.enrollmentId, enrollmentId), eq(submissions.lessonId, 'essay')))
    .orderBy(submissions.number);

describe('a claim log that is handed in', () => {
  test('says what is missing, line by line, until nothing is', async () => {
    const { save, standing, handIn } = await course.writer();
    await save({ change: '' });
    const first = await standing();
    expect(first).toMatchObject({ writing: null, names: { before: 'Lesson before', D1: 'passage D1' } });
    expect(first?.log).toMatchObject({ number: 1, entries: [], incomplete: 1 });
    expect(first?.log?.needs.map(({ met }) => met)).toEqual([false, false, false]);
    await expect(handIn()).rejects.toMatchObject({ fields: { entries: /nothing to hand in/ } });
    await save();
    await save({ passage: 'D1' });
    expect((await standing())?.log?.needs.map(({ met }) => met)).toEqual([true, true, true]);
    expect(await handIn()).toEqual({ number: 1 });
  });

  test('is a copy: as entries and as a text, while the log goes on', async () => {
    const { actor, enrollmentId, save, handIn, log, standing } = await course.writer();
    const entry = randomUUID();
    await save({ claim: 'As it was.' }, { entry });
    await save({ passage: 'D1' });
    await handIn();
    await save({ claim: 'Another now.' }, { entry });
    const [row] = await rowsOf(enrollmentId);
    expect(row?.entries?.map(({ claim }) => claim)).toContain('As it was.');
    expect(row?.text).toContain('Claim: As it was.');
    expect(row).toMatchObject({ handedInBy: 'learner', backAt: expect.any(Date) });
    expect((await log()).entries[0]?.words.claim).toBe('Another now.');
    expect((await standing())?.log?.number).toBeNull();
    const mine = await perform(
      getMyWork,
      { course: course.slug, lesson: 'essay', number: 1 },
      { db: base.db, actor },
    );
    expect(mine.entries?.[0]?.words.claim).toBe('As it was.');
    expect(mine.size).toBe('2 entries; 2 to 3 were asked for.');
    // A second time, what was handed in stays as it is.
    expect(await handIn([], { number: 1 })).toEqual({ number: 1 });
    expect(await rowsOf(enrollmentId)).toHaveLength(1);
  });

  test('is what was looked at, and of too many the chosen ones', async () => {
    const { save, standing, handIn } = await course.writer();
    const ids = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    for (const [index, entry] of ids.entries()) await save({ passage: index === 0 ? 'D1' : '' }, { entry });
    expect((await standing())?.log?.needs.filter(({ met }) => !met)).toEqual([
      expect.objectContaining({ byChoice: true }),
    ]);
    await expect(handIn()).rejects.toMatchObject({ fields: { entries: /at most 3/ } });
    await expect(handIn(ids.slice(1, 3))).rejects.toMatchObject({ fields: { entries: /passage D1/ } });
    const seen = (await standing())?.log?.seen;
    await save({ claim: 'Changed.' }, { entry: ids[1] });
    await expect(handIn(ids.slice(0, 2), { seen })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await handIn(ids.slice(0, 2))).toEqual({ number: 1 });
  });

  test('takes no text, and nothing of somebody else', async () => {
    const [one, two] = [await course.writer(), await course.writer()];
    const foreign = randomUUID();
    await two.save({ claim: 'CANARY-OF-TWO' }, { entry: foreign });
    await one.save();
    await one.save({ passage: 'D1' });
    const as = { db: base.db, actor: one.actor };
    const at = { course: course.slug, lesson: 'essay', number: 1 };
    await expect(
      perform(saveDraft, { ...at, text: 'A text.', base: 0, writer: randomUUID() }, as),
    ).rejects.toThrow(NotFound);
    await expect(perform(handInWork, { ...at, revision: 1 }, as)).rejects.toThrow(NotFound);
    await expect(one.handIn([foreign])).rejects.toMatchObject({ fields: { entries: /nothing/ } });
    const ids = (await one.log()).entries.map(({ id }) => id);
    await one.handIn([...ids, foreign]);
    expect(JSON.stringify(await rowsOf(one.enrollmentId))).not.toContain('CANARY');
  });

  test('is graded without a name by the same rubric, and may be handed in anew when it is back', async () => {
    const { actor, enrollmentId, save, handIn, standing } = await course.writer();
    await save();
    await save({ passage: 'D1' });
    await handIn();
    const [row] = await rowsOf(enrollmentId);
    const submission = row?.id ?? '';
    const grader = { db: base.db, actor: course.owner };
    await perform(claimWork, { course: course.slug, submission }, grader);
    const screen = await perform(getGrading, { course: course.slug, submission }, grader);
    expect(screen).toMatchObject({ learner: null, state: 'mine', entries: [{}, {}] });
    expect(screen.text).toMatch(/^Entry 1\nClaim: /);
    const scores = { claim: 2, evidence: 1 };
    await perform(finishGrading, { course: course.slug, submission, scores, comment: 'Well.' }, grader);
    expect((await standing())?.versions).toMatchObject([{ number: 1, percent: 100, passed: true }]);
    await save({ claim: 'A third.' });
    expect(await handIn()).toEqual({ number: 2 });
    expect((await rowsOf(enrollmentId)).map(({ entries }) => entries?.length)).toEqual([2, 3]);
    expect(actor.userId).not.toBe(course.owner.userId);
  });
});

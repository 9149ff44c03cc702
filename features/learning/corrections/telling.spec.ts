import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { enrollments, gradeNotices, grades, users } from '@/db/schema';
import { correcting } from '@/test/corrections';
import { testDatabase } from '@/test/database';
import { makeQuiz } from '@/test/quizzes';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const made = async () => {
  const quiz = await makeQuiz(db, ['mode: graded', 'review: answers'], ['single', 'multiple']);
  const taker = await quiz.taker();
  await taker.take({ 'q-single': ['c'], 'q-multiple': ['b'] });
  return { ...quiz, ...taker, ...correcting(db, quiz.at, quiz.owner) };
};
const also = { do: 'also-right' as const, answers: [['c']] };
const full = { do: 'full-marks' as const, block: 'q-multiple' };

describe('of a corrected grade a learner is told', () => {
  test('once, some minutes later: what it was and what it is; a second time nothing', async () => {
    const { apply, tell, mails, actor } = await made();
    await apply(also, { reason: 'CANARY_REASON' });
    expect(await mails(actor)).toEqual([]);
    expect(await tell()).toMatchObject({ told: 1 });
    expect(await tell()).toEqual({ notices: 0, told: 0 });
    const [mail, ...more] = await mails(actor);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Your grade in “The exam” was corrected');
    expect(mail?.body).toContain('It was 25 %, and is 75 % now.');
    expect(mail?.body).not.toContain('CANARY');
  });

  test('of two corrections in one mail, with the grade from before the first', async () => {
    const { apply, tell, mails, actor } = await made();
    await apply(also);
    await apply(full);
    await tell();
    const sent = await mails(actor);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.body).toContain('It was 25 %, and is 100 % now.');
  });

  test('nothing where it was taken back in time, and one mail where it was made again', async () => {
    const { apply, takeBack, tell, mails, actor } = await made();
    const { id } = await apply(also);
    await takeBack(id);
    expect(await tell()).toEqual({ notices: 1, told: 0 });
    expect(await mails(actor)).toEqual([]);
    const again = await apply(also);
    await takeBack(again.id);
    await apply(also);
    await tell();
    expect(await mails(actor)).toHaveLength(1);
  });

  test('nothing of a grade that they were told already, taken back and made again in between', async () => {
    const { apply, takeBack, tell, mails, actor } = await made();
    const { id } = await apply(also);
    await tell();
    await takeBack(id);
    await apply(also);
    await tell();
    expect(await mails(actor)).toHaveLength(1);
    // Taken back for good it is another grade, and they are told.
    const last = await apply(full);
    await tell();
    await takeBack(last.id, 'q-multiple');
    await tell();
    expect((await mails(actor)).map(({ body }) => /is (\S+) % now/.exec(body)?.[1])).toEqual([
      '75',
      '100',
      '75',
    ]);
  });

  test('nothing where they want no such mail, cannot be reached, have left, or do not see it any more', async () => {
    const ways: ((of: { userId: string; enrollmentId: string }) => Promise<unknown>)[] = [
      ({ userId }) => db.update(users).set({ quiet: true }).where(eq(users.id, userId)),
      ({ userId }) => db.update(users).set({ suspendedAt: new Date() }).where(eq(users.id, userId)),
      ({ userId }) => db.update(users).set({ emailConfirmedAt: null }).where(eq(users.id, userId)),
      ({ enrollmentId }) =>
        db.update(enrollments).set({ state: 'withdrawn' }).where(eq(enrollments.id, enrollmentId)),
      ({ enrollmentId }) =>
        db.update(grades).set({ releasedAt: null }).where(eq(grades.enrollmentId, enrollmentId)),
      ({ enrollmentId }) =>
        db.update(grades).set({ override: 250_000 }).where(eq(grades.enrollmentId, enrollmentId)),
    ];
    for (const way of ways) {
      const { apply, tell, mails, actor, enrollmentId } = await made();
      await apply(also);
      await way({ userId: actor.userId, enrollmentId });
      await tell();
      expect(await mails(actor)).toEqual([]);
    }
  });

  test('nothing where a person set the grade', async () => {
    const { apply, preview, enrollmentId } = await made();
    await db.update(grades).set({ override: 900_000 }).where(eq(grades.enrollmentId, enrollmentId));
    expect((await preview(also)).preview?.counts).toMatchObject({ up: 1, told: 0, overridden: 1 });
    await apply(also);
    expect(await db.select().from(gradeNotices).where(eq(gradeNotices.enrollmentId, enrollmentId))).toEqual(
      [],
    );
  });

  test('by one of several replicas', async () => {
    const { apply, tell, mails, actor } = await made();
    await apply(also);
    await Promise.all([tell(), tell(), tell()]);
    expect(await mails(actor)).toHaveLength(1);
  });
});

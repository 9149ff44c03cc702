import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { unrecordedAttempts } from '@/db/queries/grading';
import { auditLog, corrections, grades } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { perform } from '@/server/operation';
import { correcting } from '@/test/corrections';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { keyMended, makeQuiz, quizFile } from '@/test/quizzes';
import type { AttemptScreen } from '../quizzes/get-attempt';
import { recordReleasedAttempt } from '../quizzes/record-released-attempt';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const notFound = { name: 'NotFound' };
const refused = (code: string) => ({ name: 'Refused', code });
const kinds = ['single', 'multiple'] as const;
/** A quiz of two questions whose key to the first is wrong: c is right, it says b. Two took it. */
const made = async (rules = ['mode: graded', 'pass: 80', 'review: answers']) => {
  const quiz = await makeQuiz(db, rules, kinds);
  const [right, wrong] = [await quiz.taker(), await quiz.taker()];
  await right.take({ 'q-single': ['c'], 'q-multiple': ['b', 'd'] });
  await wrong.take({ 'q-single': ['b'], 'q-multiple': ['b', 'd'] });
  return { ...quiz, right, wrong, ...correcting(db, quiz.at, quiz.owner) };
};
const also = { do: 'also-right' as const, answers: [['c']] };
const record = async (attempt = '') => {
  for (const id of await unrecordedAttempts(db, 100, []))
    if (attempt === '' || id === attempt)
      await perform(recordReleasedAttempt, { attempt: id }, { db, actor: platform });
};
/** The corrected question as the learner sees it. */
const questionIn = ({ result }: AttemptScreen) =>
  result?.questions.find(({ block }) => block.id === 'q-single');
/** Everything of a grade but when and how often it was written. */
const core = <Row extends object>(row: Row | null) => {
  const { updatedAt: _at, version: _version, ...rest } = { updatedAt: 0, version: 0, ...row };
  return rest;
};

describe('a correction', () => {
  test('is previewed: who changes, by how much, and nothing is written', async () => {
    const { preview, right, wrong, gradeOf, courseId } = await made();
    const before = await gradeOf(right.enrollmentId);
    const { preview: seen, text } = await preview(also);
    expect(text).toBe('CANARY_ASKED in q-single?');
    expect(seen).toMatchObject({
      words: '“CANARY_ASKED q-single c” counts as right as well.',
      attempts: 2,
      changed: 1,
      unreadable: 0,
      counts: { up: 1, down: 0, passGained: 1, passLost: 0, told: 1, overridden: 0 },
      learners: [
        {
          name: right.actor.name,
          before: { percent: '50', passed: false },
          after: { percent: '100', passed: true },
        },
      ],
    });
    expect(await gradeOf(right.enrollmentId)).toEqual(before);
    expect((await wrong.rows())[0]?.correctedEarned).toBeNull();
    expect(await db.select().from(corrections).where(eq(corrections.courseId, courseId))).toEqual([]);
  });

  test('brings attempts, grades and their history along, and the ledger where it is passed now', async () => {
    const { apply, right, wrong, gradeOf, history, owner } = await made();
    expect(await right.done()).toBeNull();
    const done = await apply(also);
    expect(done).toMatchObject({ attempts: 2, learners: 1, grades: 1 });
    expect(await right.rows()).toMatchObject([
      { earned: 1_000_000, correctedEarned: 2_000_000, correctedPossible: 2_000_000, recordedAt: null },
    ]);
    expect(await gradeOf(right.enrollmentId)).toMatchObject({ raw: 500_000, final: 1_000_000 });
    expect(await gradeOf(wrong.enrollmentId)).toMatchObject({ raw: 1_000_000, final: 1_000_000 });
    expect(await history(right.enrollmentId)).toMatchObject([
      { action: 'marked' },
      { action: 'corrected', batch: done.id, actor: owner.userId, reason: 'The key was wrong.' },
    ]);
    expect(await history(wrong.enrollmentId)).toHaveLength(1);
    await record();
    expect(await right.done()).toMatchObject({ complete: true });
    expect((await right.ledger()).map(({ correct }) => correct)).toEqual([false, true]);
    const [entry] = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.action, 'apply-correction'))
      .orderBy(auditLog.id);
    expect(entry).toMatchObject({ actorId: owner.userId });
    expect(JSON.stringify(entry?.detail)).not.toContain('CANARY_ASKED');
  });

  test('leaves a question out, or gives full marks for it to who left it blank as well', async () => {
    const { apply, takeBack, taker, right, gradeOf } = await made();
    const none = await taker();
    await none.take({});
    const out = await apply({ do: 'leave-out' });
    expect(await right.rows()).toMatchObject([{ correctedEarned: 1_000_000, correctedPossible: 1_000_000 }]);
    expect(await gradeOf(none.enrollmentId)).toMatchObject({ final: 0 });
    expect(questionIn(await right.get())).toMatchObject({
      score: null,
      corrected: { does: 'leave-out', reason: 'The key was wrong.' },
    });
    await takeBack(out.id);
    await apply({ do: 'full-marks' });
    expect(await gradeOf(none.enrollmentId)).toMatchObject({ final: 500_000 });
  });

  test('marks with the key of a later edition; results go down, too, and no completion is taken away', async () => {
    const { rewrite, apply, preview, right, wrong, gradeOf, taker } = await made();
    expect(await wrong.done()).toMatchObject({ complete: true });
    await rewrite(keyMended(quizFile(['mode: graded', 'pass: 80', 'review: answers'], kinds)));
    const later = { do: 'mark-as' as const, key: '2' };
    expect((await preview(later)).preview).toMatchObject({
      words: 'It is marked with the key of edition 2.',
      counts: { up: 1, down: 1, passGained: 1, passLost: 1, told: 2 },
      // Who loses is read first.
      learners: [{ name: wrong.actor.name }, { name: right.actor.name }],
    });
    await apply(later);
    await record();
    expect(await gradeOf(wrong.enrollmentId)).toMatchObject({ final: 500_000 });
    expect(await gradeOf(right.enrollmentId)).toMatchObject({ final: 1_000_000 });
    expect(await wrong.done()).toMatchObject({ complete: true });
    // Where no later edition asks it in the same words, there is no such key.
    expect(await preview({ do: 'mark-as', key: '7' })).toMatchObject({ preview: null });
    expect((await preview({ do: 'mark-as', key: '2', edition: '2' })).problem).toMatch(/later edition/);
    await expect(apply({ do: 'mark-as', key: '2', edition: '2' })).rejects.toMatchObject({
      name: 'InvalidInput',
    });
    // An edition of its own has a key of its own.
    const fresh = await taker();
    await fresh.take({ 'q-single': ['c'], 'q-multiple': ['b', 'd'] });
    expect(await fresh.rows()).toMatchObject([{ earned: 2_000_000, correctedEarned: null }]);
  });

  test('says how many answers a later key cannot read: they keep what they earned', async () => {
    const { rewrite, preview, taker } = await made();
    const odd = await taker();
    await odd.take({ 'q-single': ['a', 'b'], 'q-multiple': ['b', 'd'] });
    await rewrite(keyMended(quizFile(['mode: graded', 'pass: 80', 'review: answers'], kinds)));
    expect((await preview({ do: 'mark-as', key: '2' })).preview).toMatchObject({
      attempts: 3,
      unreadable: 1,
    });
  });

  test('needs a reason and a ticked answer that was given', async () => {
    const { preview, apply } = await made();
    expect((await preview({ do: 'also-right' })).problem).toMatch(/^Tick/);
    expect((await preview({ do: 'also-right', answers: [['a']] })).problem).toMatch(/^Tick/);
    await expect(apply(also, { reason: '  ' })).rejects.toMatchObject({
      fields: { reason: 'Say why: learners read it beside the question.' },
    });
    await expect(apply(also, { reason: 'a\u0000b' })).rejects.toMatchObject({
      fields: { reason: 'This text has characters that cannot be stored.' },
    });
  });

  test('is not carried out on something else than what was previewed', async () => {
    const { preview, apply, taker } = await made();
    const fingerprint = (await preview(also)).preview?.fingerprint ?? '';
    await expect(apply({ do: 'full-marks' }, { fingerprint })).rejects.toMatchObject(
      refused('regrade-changed'),
    );
    await (await taker()).take({ 'q-single': ['c'] });
    await expect(apply(also, { fingerprint })).rejects.toMatchObject(refused('regrade-changed'));
    const again = (await preview(also)).preview?.fingerprint ?? '';
    await apply({ do: 'full-marks', block: 'q-multiple' });
    await expect(apply(also, { fingerprint: again })).rejects.toMatchObject(refused('regrade-changed'));
  });

  test('holds for attempts that are handed in later, and leaves a grade that a person set alone', async () => {
    const { apply, taker, gradeOf, right, preview } = await made();
    const later = await taker();
    await later.start();
    await apply(also);
    await later.save('q-single', ['c']);
    await later.submit();
    expect(await later.rows()).toMatchObject([{ earned: 0, correctedEarned: 1_000_000 }]);
    expect(await gradeOf(later.enrollmentId)).toMatchObject({ raw: 0, final: 500_000 });
    await db.update(grades).set({ override: 900_000 }).where(eq(grades.enrollmentId, right.enrollmentId));
    expect((await preview({ do: 'leave-out' })).preview?.counts).toMatchObject({ overridden: 0 });
    await apply({ do: 'full-marks', block: 'q-multiple' });
    expect(await gradeOf(right.enrollmentId)).toMatchObject({ override: 900_000 });
  });
});

describe('taking a correction back', () => {
  test('restores attempts and grades exactly, also with another correction in between', async () => {
    const { apply, takeBack, previewBack, right, wrong, gradeOf, history } = await made();
    const [one, other] = [right.enrollmentId, wrong.enrollmentId];
    const before = [core(await gradeOf(one)), core(await gradeOf(other))];
    const first = await apply(also);
    const second = await apply({ do: 'leave-out', block: 'q-multiple' });
    await takeBack(first.id);
    expect(await gradeOf(one)).toMatchObject({ final: 0 });
    await takeBack(second.id, 'q-multiple');
    expect([core(await gradeOf(one)), core(await gradeOf(other))]).toEqual(before);
    expect(await right.rows()).toMatchObject([{ correctedEarned: null, correctedPossible: null }]);
    expect((await history(one)).map(({ action, batch }) => [action, batch])).toEqual([
      ['marked', null],
      ['corrected', first.id],
      // All of two points, and then all of one: no other grade, but another way to it.
      ['corrected', second.id],
      ['restored', first.id],
      ['restored', second.id],
    ]);
    expect(await previewBack(first.id)).toMatchObject({ takenBack: true, changed: 0 });
    await expect(takeBack(first.id)).rejects.toMatchObject(refused('correction-taken-back'));
  });

  test('takes no completion away, and a second time adds nothing to the ledger', async () => {
    const { apply, takeBack, right, gradeOf } = await made();
    const { id } = await apply(also);
    await record();
    await takeBack(id);
    expect(await gradeOf(right.enrollmentId)).toMatchObject({ final: 500_000 });
    expect(await right.done()).toMatchObject({ complete: true });
    await apply(also);
    await record();
    expect(await right.ledger()).toHaveLength(2);
  });
});

describe('who may', () => {
  test('put a question right: owners and graders, staff of the site; editors see it, nobody else finds it', async () => {
    const { preview, apply, staff, right } = await made();
    const grader = await staff('grader');
    for (const who of [grader, await makeUser(db, { role: 'staff' }), await makeUser(db, { role: 'admin' })])
      expect((await preview(also, 1, who)).preview).not.toBeNull();
    const others = [await staff('editor'), await makeUser(db, { role: 'instructor' }), right.actor];
    for (const who of others) {
      await expect(preview(also, 1, who)).rejects.toMatchObject(notFound);
      await expect(apply(also, { who })).rejects.toMatchObject(notFound);
    }
    expect(await apply(also, { who: grader })).toMatchObject({ learners: 1 });
  });

  test('read why: a learner once they may see what is right, and before that the mark alone', async () => {
    const { apply, right } = await made(['mode: graded', 'review: marks']);
    await apply(also, { reason: 'CANARY_REASON: c is right, too.' });
    const screen = await right.get();
    const { result } = screen;
    expect(result).toMatchObject({ percent: 100, corrected: { points: 1, of: 2, same: false } });
    expect(questionIn(screen)).toMatchObject({
      score: 1,
      corrected: { from: 0, does: 'also-right', reason: '' },
    });
    expect(JSON.stringify(result)).not.toMatch(/CANARY_(REASON|SAID)/);
    const open = await made();
    await open.apply(also, { reason: 'CANARY_REASON: c is right, too.' });
    const shown = await open.right.get();
    expect(JSON.stringify(shown.result)).toContain('CANARY_REASON');
    // What the wrong key said of the answer is not said any more.
    expect(questionIn(shown)).toMatchObject({ score: 1, verdict: null, right: null });
    // What did not change for somebody is not said to them.
    expect((await open.wrong.get()).result?.corrected).toMatchObject({ same: true });
    expect(JSON.stringify((await open.wrong.get()).result)).not.toContain('CANARY_REASON');
  });
});

test('a grade that waits for its release is corrected, and its learner told nothing of it', async () => {
  const { apply, right, gradeOf, tell, mails } = await made(['mode: graded', 'release: by-hand']);
  await apply(also);
  expect(await gradeOf(right.enrollmentId)).toMatchObject({ final: 1_000_000, releasedAt: null });
  expect((await right.get()).result).toBeNull();
  await tell();
  expect(await mails(right.actor)).toEqual([]);
});

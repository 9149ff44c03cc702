import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { gradeEvents, gradeNotices, grades, outbox } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { applyCorrection } from '@/features/learning/corrections/apply-correction';
import { previewCorrection } from '@/features/learning/corrections/preview-correction';
import { previewTakingBack } from '@/features/learning/corrections/preview-taking-back';
import { takeBackCorrection } from '@/features/learning/corrections/take-back-correction';
import { tellGrades } from '@/features/learning/corrections/tell-grades';
import { getQuestion } from '@/features/learning/oversight/get-question';
import type { Actor } from '@/rules/access';
import type { Correction } from '@/rules/assessment/corrections';
import type { Answer } from '@/rules/learning/evidence';
import { perform } from '@/server/operation';

type Way = { do: Correction['do']; block?: string; edition?: string; answers?: Answer[]; key?: string };

/** What the people of a course put right about a quiz, and what became of grades by it. */
export function correcting(db: Database, at: { course: string; lesson: string }, actor: Actor) {
  const fieldsOf = async ({ block = 'q-single', edition = '1', answers = [], key = '', ...way }: Way) => {
    const given = [];
    for (const answer of answers) {
      const screen = await perform(getQuestion, { ...at, block, edition, page: 1 }, { db, actor });
      const words = JSON.stringify(answer);
      const rows = await db.execute<{ id: string }>(sql`select md5(${words}::jsonb::text) as id`);
      given.push(screen.answers.find(({ id }) => id === rows[0]?.id)?.id ?? '0'.repeat(32));
    }
    return { ...at, block, edition, do: way.do, answers: given.join(','), key };
  };
  const preview = async (way: Way, page = 1, who: Actor = actor) =>
    perform(previewCorrection, { ...(await fieldsOf(way)), page }, { db, actor: who });
  const apply = async (
    way: Way,
    { reason = 'The key was wrong.', fingerprint = '', who = actor, handle = db } = {},
  ) => {
    const fields = await fieldsOf(way);
    const seen =
      fingerprint ||
      (await perform(previewCorrection, { ...fields, page: 1 }, { db, actor })).preview?.fingerprint;
    return perform(
      applyCorrection,
      { ...fields, reason, fingerprint: seen ?? '0'.repeat(64) },
      { db: handle, actor: who },
    );
  };
  const previewBack = (correction: string, block = 'q-single') =>
    perform(previewTakingBack, { ...at, block, correction, page: 1 }, { db, actor });
  const takeBack = async (correction: string, block = 'q-single') => {
    const { fingerprint } = await previewBack(correction, block);
    return perform(takeBackCorrection, { ...at, block, correction, fingerprint }, { db, actor });
  };
  const own = (enrollmentId: string) =>
    and(eq(grades.enrollmentId, enrollmentId), eq(grades.itemId, at.lesson));
  return {
    preview,
    apply,
    previewBack,
    takeBack,
    gradeOf: async (enrollmentId: string) => {
      const [row] = await db.select().from(grades).where(own(enrollmentId));
      return row ?? null;
    },
    history: (enrollmentId: string) =>
      db
        .select({
          action: gradeEvents.action,
          after: gradeEvents.after,
          batch: gradeEvents.batchId,
          actor: gradeEvents.actorId,
          reason: gradeEvents.reason,
        })
        .from(gradeEvents)
        .where(and(eq(gradeEvents.enrollmentId, enrollmentId), eq(gradeEvents.itemId, at.lesson)))
        .orderBy(gradeEvents.id),
    /** Lets the time until learners are told be over, and tells them. */
    tell: async () => {
      await db.update(gradeNotices).set({ dueAt: sql`now() - interval '1 second'` });
      return perform(tellGrades, { most: 1_000, address: 'https://school.example' }, { db, actor: platform });
    },
    /** What somebody was written of this. */
    mails: async (to: Actor) =>
      (await db.select().from(outbox).where(eq(outbox.recipient, to.email)).orderBy(outbox.createdAt)).filter(
        ({ subject }) => subject.includes('was corrected'),
      ),
  };
}

import * as z from 'zod';
import type { Db } from '@/db/client';
import { lockLearner } from '@/db/queries/attempts';
import { adoptReviews, reviewsOf } from '@/db/queries/peers';
import { submissionOwner } from '@/db/queries/work';
import { submissionInCourse } from '@/db/queries/work-queue';
import { isPlatform } from '@/rules/access';
import { peerScores } from '@/rules/work/peers';
import { operation } from '@/server/operation';
import { afterGraded } from '../work/after-grading';

/** Makes what reviews come to the grade, where they count and are enough; else a grader grades, as ever. */
export const settlePeers = operation({
  name: 'settle-peers',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ submission: z.uuid() }),
  subject: (db: Db, { submission }) => submissionOwner(db, submission),
  allow: isPlatform,
  async run({ db, input, subject: owner }): Promise<{ graded: boolean }> {
    await lockLearner(db, owner.course, owner.userId);
    const version = await submissionInCourse(db, owner.courseId, input.submission);
    const peers = version?.rules.peers;
    if (!version || !peers?.counts || version.gradedAt !== null || version.reopenedAt !== null)
      return { graded: false };
    const scores = peerScores(version.rules.rubric, await reviewsOf(db, version.id), peers.least);
    const released = version.rules.release !== 'by-hand';
    if (!scores || !(await adoptReviews(db, { submissionId: version.id, scores, released })))
      return { graded: false };
    await afterGraded(db, owner.course, version, { actorId: null, released });
    return { graded: true };
  },
  audit: 'in-ledger',
});

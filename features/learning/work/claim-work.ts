import * as z from 'zod';
import { claim, renewOwnClaim } from '@/db/queries/work-queue';
import { canGrade } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { leaseMinutes } from './in-queue';
import { isDecider } from './two-graders';

/** So often the next is looked for when another grader was faster. */
const tries = 5;

/**
 * Takes written work to grade it: the one that is named, or what one holds already, or the one whose promise ends
 * first. Two never hold the same: the database decides.
 */
export const claimWork = operation({
  name: 'claim-work',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...courseInput, submission: z.uuid().optional() }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input: { submission }, subject: course }): Promise<{ submission: string | null }> {
    const own = { courseId: course.id, graderId: actor.userId, minutes: leaseMinutes };
    const of = { ...own, decides: await isDecider(db, course, actor) };
    if (submission) return { submission: await claim(db, of, submission) };
    const held = await renewOwnClaim(db, own);
    if (held) return { submission: held };
    for (let tried = 0; tried < tries; tried += 1) {
      const taken = await claim(db, of, null);
      if (taken) return { submission: taken };
    }
    return { submission: null };
  },
  audit: ({ input, output }) =>
    output.submission
      ? { object: `course:${input.course}`, detail: { submission: output.submission } }
      : null,
});

import * as z from 'zod';
import { siblingAttempts } from '@/db/queries/lab-results';
import { labSubmissionsOf } from '@/db/queries/labs';
import { labAt } from '@/kinds/labs/registry';
import { freshScreen } from '@/kinds/labs/screen';
import { canGrade, canReadGrades } from '@/rules/access';
import { valuesIn } from '@/rules/labs/canonical';
import { triesLeft } from '@/rules/labs/tries';
import { type OutputOf, operation } from '@/server/operation';
import { learnersLabAttempt, learnersLabInput } from './learners-attempt';
import { seedFor } from './place';
import { reportOf, seenOf } from './seen';

/** A learner's attempt at a lab: their task, and everything they handed in, to be looked at step by step. */
export const getLearnersLab = operation({
  name: 'get-learners-lab',
  kind: 'read',
  by: 'person',
  input: z.strictObject(learnersLabInput),
  subject: learnersLabAttempt,
  allow: canReadGrades,
  async run({ db, actor, subject }) {
    const { attempt, learner, learnerId, newest } = subject;
    const lab = labAt(attempt.lab, attempt.version);
    const { seed, lost } = seedFor(
      learnerId,
      { name: attempt.lab, version: attempt.version },
      { number: attempt.number, row: attempt },
    );
    const submissions = await labSubmissionsOf(db, [attempt.id]);
    const outcomes = submissions.map(({ outcome }) => outcome);
    return {
      learner,
      title: lab?.title ?? attempt.lab,
      lessonId: attempt.lessonId,
      blockId: attempt.blockId,
      number: attempt.number,
      attempts: await siblingAttempts(db, attempt),
      passedAt: attempt.passedAt,
      /** The task; null where it cannot be made again as it was. */
      screen: lab && !lost ? { ...freshScreen(lab, seed), debrief: lab.words.debrief } : null,
      /** What stood in the form last, saved and perhaps not handed in. */
      draft: { values: valuesIn(attempt.draft), savedAt: attempt.savedAt },
      steps: submissions.map((row) => ({
        ...seenOf(row),
        values: valuesIn(row.submission),
        report: reportOf(row),
        verifier: row.verifier,
      })),
      triesLeft: triesLeft(outcomes),
      mayGrant: newest && attempt.passedAt === null && canGrade(actor, subject),
    };
  },
});

export type LearnersLab = OutputOf<typeof getLearnersLab>;

import * as z from 'zod';
import { canGrade } from '@/rules/access';
import { exactPercent, readPercent } from '@/rules/grading/percent';
import { InvalidInput, operation } from '@/server/operation';
import { writeGrades } from '../grading/write-grades';
import { reasonInput } from '../reason';
import { gradeInput, gradeOfLearner, lockedGrade } from './one-grade';
import { overridden } from './overridden';

/**
 * Sets a grade by hand: in place of what a quiz came to, with a reason that the learner reads, or the grade of a
 * column. Of two people at once the second is told.
 */
export const setGrade = operation({
  name: 'set-grade',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...gradeInput, percent: z.string().max(40), reason: reasonInput }),
  subject: gradeOfLearner,
  allow: canGrade,
  async run({ db, actor, input, subject: { item } }) {
    const { enrollment, percent, reason } = input;
    const share = readPercent(percent);
    if (share === null)
      throw new InvalidInput({
        percent: 'Enter percent from 0 to 100, with at most four decimals, for example 87.5.',
      });
    if (reason === '' && item.kind !== 'column')
      throw new InvalidInput({ reason: 'Say why: the learner will read it.' });
    const row = await lockedGrade(db, input);
    const change = overridden(row, enrollment, item, { share, reason });
    await writeGrades(db, [change], { action: 'overridden', actorId: actor.userId, reason });
    return { percent: exactPercent(share) };
  },
  audit: ({ input, subject, output }) => ({
    object: `user:${subject.learner.userId}`,
    detail: { course: input.course, item: input.item, percent: output.percent, reason: input.reason },
  }),
});

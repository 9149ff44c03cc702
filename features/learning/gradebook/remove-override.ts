import * as z from 'zod';
import { canGrade } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { writeGrades } from '../grading/write-grades';
import { reasonInput } from '../reason';
import { gradeInput, gradeOfLearner, lockedGrade } from './one-grade';
import { overridden } from './overridden';

/** Takes back what a person set: then what the rules came to counts, or in a column nothing. */
export const removeOverride = operation({
  name: 'remove-override',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...gradeInput, reason: reasonInput }),
  subject: gradeOfLearner,
  allow: canGrade,
  async run({ db, actor, input, subject: { item } }) {
    const { enrollment, reason } = input;
    const row = await lockedGrade(db, input);
    if (row?.override == null) throw new Refused('changed-meanwhile');
    const change = overridden(row, enrollment, item, { share: null, reason: '' });
    await writeGrades(db, [change], { action: 'override-removed', actorId: actor.userId, reason });
  },
  audit: ({ input, subject }) => ({
    object: `user:${subject.learner.userId}`,
    detail: { course: input.course, item: input.item, reason: input.reason },
  }),
});

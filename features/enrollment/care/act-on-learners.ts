import * as z from 'zod';
import { recordBatch, setBatchReady } from '@/db/queries/batches';
import { carePeople } from '@/db/queries/care';
import { recordSameMove } from '@/db/queries/care-batches';
import { canManageRoster } from '@/rules/access';
import { dueAt } from '@/rules/authoring/schedule';
import type { BatchMove } from '@/rules/enrollment/enrollment-batch';
import { InvalidInput, operation, Refused } from '@/server/operation';
import { inCourse } from '../in-course';
import { reasonInput } from '../input';
import { chosenInput, filterOf, idsOf, mostActedOn, scopeOf } from './input';

const careActions = ['pause', 'extend', 'withdraw'] as const;
const labels = { pause: 'Pause', extend: 'More time for', withdraw: 'Withdraw' } as const;

/**
 * Pauses, withdraws or gives more time to the chosen, as a batch: a job carries it out, its page shows what came
 * of whom, and it can be undone as one.
 */
export const actOnLearners = operation({
  name: 'act-on-learners',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...chosenInput,
    action: z.enum(careActions),
    /** The last day, in the zone of the course, for who gets more time. */
    until: z.union([z.iso.date('Choose a day.'), z.literal('')]).default(''),
    reason: reasonInput.default(''),
  }),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, actor, input, subject: course, now }) {
    const { action, reason } = input;
    let move: BatchMove = { action: action === 'extend' ? 'change' : action, reason };
    if (action === 'extend') {
      if (input.until === '') throw new InvalidInput({ until: 'Choose a day.' });
      const due = dueAt({ date: input.until, time: '23:59', zone: course.zone }, now);
      if (!('at' in due)) throw new InvalidInput({ until: due.problem });
      move = { ...move, ends: { at: due.at.toISOString(), zone: course.zone } };
    }
    const userIds = await carePeople(db, scopeOf(course, input, now), filterOf(input), {
      ids: idsOf(input),
      limit: mostActedOn + 1,
    });
    if (userIds.length === 0) throw new Refused('nobody-chosen');
    if (userIds.length > mostActedOn) throw new Refused('too-many-at-once');
    const people = userIds.length === 1 ? '1 learner' : `${userIds.length.toLocaleString('en')} learners`;
    const batchId = await recordBatch(db, {
      courseId: course.id,
      kind: 'bulk',
      title: `${labels[action]} ${people}`,
      createdBy: actor.userId,
    });
    if (batchId === null) throw new Error('a batch that undoes nothing is always made');
    await recordSameMove(db, batchId, course.id, userIds, move);
    await setBatchReady(db, batchId);
    return { course: course.slug, batchId, people: userIds.length };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { batch: output.batchId, action: input.action, people: output.people },
  }),
});

import * as z from 'zod';
import { studioCourse } from '@/db/queries/drafts';
import { editionById, takePublishingTurn } from '@/db/queries/editions';
import { canEditCourse } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { carryOutMoves, type Moved } from './carry-out-moves';
import { editionInput } from './input';

/** Moves learners to the current edition after it was published. */
export const moveLearners = operation({
  name: 'move-learners',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...studioInput,
    edition: editionInput,
    moves: z.enum(['untouched', 'everyone'], { error: 'Choose who moves to this edition.' }),
  }),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { edition, moves }, subject }): Promise<Moved> {
    if (!(await takePublishingTurn(db, subject.slug))) throw new Refused('changed-meanwhile');
    const course = await studioCourse(db, subject.slug, actor.userId);
    const current = course?.currentEditionId ? await editionById(db, course.currentEditionId) : null;
    if (current?.number !== edition) throw new Refused('not-the-newest');
    return carryOutMoves(db, { courseId: subject.id, to: current, moves, actorId: actor.userId });
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { edition: input.edition, moves: input.moves, ...output },
  }),
});

import * as z from 'zod';
import { compiledLesson } from '@/db/queries/editions';
import { isSelfEnrolled } from '@/rules/access';
import { mostHints } from '@/rules/assessment/hints';
import { InvalidInput, operation } from '@/server/operation';
import { giveHint } from './hints';
import { enrollmentOf, lessonInput, placeInLesson } from './place';

/** Gives the next hint to a check question of a lesson. It is free, and it is written down that it was taken. */
export const takeHint = operation({
  name: 'take-hint',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    block: z.string().max(100),
    hint: z.coerce.number().int().min(1).max(mostHints),
  }),
  subject: placeInLesson,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }) {
    // Those of a quiz are given in an attempt and nowhere else.
    if (place.outline.quiz)
      throw new InvalidInput({ block: 'This lesson has no such question. Reload the page.' });
    const { editionId, outline } = place;
    return giveHint(
      db,
      { enrollmentId: enrollmentOf(place), lessonId: outline.id, attemptId: null, editionId },
      { blockId: input.block, number: input.hint },
      await compiledLesson(db, editionId, outline.id),
    );
  },
  audit: 'in-ledger',
});

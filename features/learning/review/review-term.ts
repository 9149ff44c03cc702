import * as z from 'zod';
import { addTerm, beginReviewing, reviewSettingsOf, stopTermOf } from '@/db/queries/review';
import { isSelfEnrolled } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { InvalidInput, operation } from '@/server/operation';
import { enrollmentOf, lessonInput, placeInLesson } from '../place';
import { askedInLesson } from './asked';

const term = z.string().max(100).optional();

/**
 * Chooses a word of a lesson for the daily review, or takes it out again; what is remembered of it stays either way.
 * The first one turns the review on for somebody who never chose; who turned it off leaves it off.
 */
export const reviewTerm = operation({
  name: 'review-term',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...lessonInput, choose: term, stop: term }),
  subject: placeInLesson,
  allow: isSelfEnrolled,
  async run({ db, actor, input: { lesson, choose, stop }, subject: place, now }) {
    const enrollmentId = enrollmentOf(place);
    if (stop !== undefined) {
      await stopTermOf(db, enrollmentId, stop);
      return { chosen: false, on: (await reviewSettingsOf(db, actor.userId))?.isOn ?? false };
    }
    const asked = choose && (await askedInLesson(db, place, lesson))('term', choose);
    if (!asked)
      throw new InvalidInput({ choose: 'This lesson does not explain this word. Reload the page.' });
    const { editionId } = place;
    const dueOn = dayIn(place.zone, now);
    await addTerm(db, { enrollmentId, lessonId: lesson, ref: choose, editionId, dueOn });
    return { chosen: true, on: await beginReviewing(db, actor.userId) };
  },
  audit: 'in-ledger',
});

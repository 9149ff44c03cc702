import * as z from 'zod';
import { lockAllocation, reviewableBy, reviewsBy, takeReview } from '@/db/queries/peers';
import { isSelfEnrolled } from '@/rules/access';
import { nextReviewed, reviewerState } from '@/rules/work/peers';
import { operation, Refused } from '@/server/operation';
import { lessonInput } from '../place';
import { calibrationOf, lockedReviewer } from './place';

/**
 * Gives somebody a work of another to review: what they had begun, or one with the fewest reviews. One at a time is
 * given out in a lesson, so that reviews are spread evenly however many ask.
 */
export const askReview = operation({
  name: 'ask-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject(lessonInput),
  subject: lockedReviewer,
  allow: isSelfEnrolled,
  async run({ db, subject: place }): Promise<{ given: boolean }> {
    const { peers, enrollmentId: reviewerId, courseId, outline } = place;
    const own = await reviewsBy(db, reviewerId, outline.id);
    const { scored } = await calibrationOf(db, place);
    const state = reviewerState(peers, {
      scored: scored.length,
      holds: own.some(({ held }) => held),
      finished: own.filter(({ finishedAt }) => finishedAt).length,
    });
    if (state === 'reviewing') return { given: true };
    if (state === 'samples') throw new Refused('samples-first');
    // Their enrollment is locked: only what is given to others may change, so all wait for no more than that.
    await lockAllocation(db, courseId, outline.id);
    const works = await reviewableBy(db, { courseId, lessonId: outline.id, reviewerId });
    // Who has reviewed enough may go on while some work lacks reviews, as that of who handed in late does.
    const open = state === 'done' ? works.filter(({ reviews }) => reviews < peers.reviews) : works;
    const begun = own.find(({ finishedAt }) => finishedAt === null)?.submissionId;
    const next = open.find(({ id }) => id === begun) ?? nextReviewed(open, place.own);
    if (!next) return { given: false };
    await takeReview(db, { submissionId: next.id, reviewerId, hours: peers.hours });
    return { given: true };
  },
  audit: 'in-ledger',
});

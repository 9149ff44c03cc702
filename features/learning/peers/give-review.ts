import * as z from 'zod';
import { keepReview, reviewsBy } from '@/db/queries/peers';
import { isSelfEnrolled } from '@/rules/access';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { lessonInput } from '../place';
import { levelsInput, missingLevels, ofRubric, sentences } from './input';
import { calibrationOf, lockedReviewer } from './place';

/** Keeps a review, or gives it: with a level and a few words of every criterion. */
export const giveReview = operation({
  name: 'give-review',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    review: z.uuid(),
    deed: z.enum(['give', 'keep']),
    scores: levelsInput,
    comments: z.record(z.string().max(100), sentences),
  }),
  subject: lockedReviewer,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<{ given: boolean }> {
    const { enrollmentId: reviewerId, outline } = place;
    const review = (await reviewsBy(db, reviewerId, outline.id)).find(({ id }) => id === input.review);
    if (!review) throw new NotFound();
    const { rubric } = review.rules;
    const scores = ofRubric(rubric, input.scores);
    const comments = ofRubric(rubric, input.comments);
    const given = input.deed === 'give';
    const silent = rubric.filter(({ id }) => !comments[id]);
    const missing = {
      ...missingLevels(rubric, scores),
      ...Object.fromEntries(silent.map(({ id, title }) => [`comment-${id}`, `Say why, of “${title}”.`])),
    };
    if (given && Object.keys(missing).length > 0) throw new InvalidInput(missing);
    const weight = given ? (await calibrationOf(db, place)).weight : null;
    if (!(await keepReview(db, { id: review.id, reviewerId }, { scores, comments, weight })))
      throw new Refused('review-given');
    return { given };
  },
  audit: 'in-ledger',
});

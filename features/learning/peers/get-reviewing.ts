import * as z from 'zod';
import { reviewsBy } from '@/db/queries/peers';
import { isSelfEnrolled } from '@/rules/access';
import { formatDeadline } from '@/rules/time/deadline';
import { reviewerState } from '@/rules/work/peers';
import { paragraphsOf } from '@/rules/work/text';
import { type OutputOf, operation } from '@/server/operation';
import { lessonInput } from '../place';
import { calibrationOf, placeOfReviewer, samplesOf } from './place';

/** What somebody does next who reviews the work of others: a sample, a work without a name, or nothing for now. */
export const getReviewing = operation({
  name: 'get-reviewing',
  kind: 'read',
  by: 'person',
  input: z.strictObject(lessonInput),
  subject: placeOfReviewer,
  allow: isSelfEnrolled,
  async run({ db, subject: place }) {
    const { peers, outline, rules, zone } = place;
    const [own, samples, { scored, weight }] = await Promise.all([
      reviewsBy(db, place.enrollmentId, outline.id),
      samplesOf(db, place),
      calibrationOf(db, place),
    ]);
    const held = own.find((review) => review.held) ?? null;
    const finished = own.filter(({ finishedAt }) => finishedAt).length;
    const state = reviewerState(peers, { scored: scored.length, holds: held !== null, finished });
    const done = new Set(scored.map(({ sample }) => sample));
    const next = state === 'samples' ? samples.findIndex((_, at) => !done.has(at)) : -1;
    return {
      course: { slug: place.slug, title: place.edition.manifest.title },
      lesson: { id: outline.id, title: outline.title },
      peers,
      rubric: held?.rules.rubric ?? rules.rubric,
      sampleRubric: rules.rubric,
      state,
      finished,
      weight: scored.length > 0 ? weight : null,
      /** The sample that is scored next, without what its author gives it. */
      sample: next < 0 ? null : { number: next, paragraphs: paragraphsOf(samples[next]?.text ?? '') },
      /** What was scored, beside what its author gives it. */
      scored: scored.map(({ sample, scores }) => ({
        sample,
        own: scores,
        author: samples[sample]?.scores ?? {},
      })),
      held: held && {
        id: held.id,
        paragraphs: paragraphsOf(held.text),
        scores: held.scores,
        comments: held.comments,
        until: formatDeadline(held.claimedUntil, zone),
      },
    };
  },
});

export type Reviewing = OutputOf<typeof getReviewing>;

import * as z from 'zod';
import type { Db } from '@/db/client';
import { reviewsOf } from '@/db/queries/peers';
import { versionsOf } from '@/db/queries/work';
import { type Actor, isOwn } from '@/rules/access';
import { countedInWords } from '@/rules/work/peer-words';
import { type OutputOf, operation } from '@/server/operation';
import { lessonInput, ownEnrollment } from '../place';

type Address = { course: string; lesson: string; number: number };

async function ownVersion(db: Db, { course, lesson, number }: Address, actor: Actor) {
  const place = await ownEnrollment(db, { course }, actor);
  const versions = place ? await versionsOf(db, place.enrollmentId, lesson) : [];
  const version = versions.find((one) => one.number === number);
  return version ? { ownerId: actor.userId, version } : null;
}

/** What others said of a version of one's own, once its result may be seen: without who they are, or what it weighs. */
export const getMyReviews = operation({
  name: 'get-my-reviews',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...lessonInput, number: z.coerce.number().int().min(1).max(100) }),
  subject: ownVersion,
  allow: isOwn,
  async run({ db, subject: { version } }) {
    const peers = version.releasedAt === null ? undefined : version.rules.peers;
    const reviews = peers ? await reviewsOf(db, version.id) : [];
    return {
      /** How the result came of them, where no grader gave it. */
      counted: peers?.counts && version.graderId === null ? countedInWords(peers) : null,
      rubric: version.rules.rubric,
      reviews: reviews.map(({ weight: _, ...review }) => review),
    };
  },
});

export type MyReviews = OutputOf<typeof getMyReviews>;

import type { Db } from '@/db/client';
import { compiledLesson } from '@/db/queries/editions';
import { samplesBy } from '@/db/queries/peers';
import type { Actor } from '@/rules/access';
import { type PeerRules, reviewerWeight, type Sample } from '@/rules/work/peers';
import { lockedInWork, placeInWork, takenIn, type WorkPlace } from '../work/place';

export type PeerPlace = WorkPlace & {
  peers: PeerRules;
  /** Of somebody who has handed in, and so may review. */
  enrollmentId: string;
  /** What they handed in last, and when. */
  own: { id: string; at: number };
};

type Address = { course: string; lesson: string };

/** What makes a reviewer of somebody in written work; null where nobody reviews, or who has handed nothing in. */
function reviewerIn(place: WorkPlace | null): PeerPlace | null {
  const peers = place?.rules.peers;
  const last = place && takenIn(place).at(-1);
  if (!place || !peers || !last?.handedInAt || place.enrollmentId === null) return null;
  const own = { id: last.id, at: last.handedInAt.getTime() };
  return { ...place, peers, own, enrollmentId: place.enrollmentId };
}

/** The place of somebody who reviews the work of others. */
export const placeOfReviewer = async (db: Db, at: Address, actor: Actor): Promise<PeerPlace | null> =>
  reviewerIn(await placeInWork(db, at, actor));

/** The same, with their enrollment locked first. */
export const lockedReviewer = async (db: Db, at: Address, actor: Actor): Promise<PeerPlace | null> =>
  reviewerIn(await lockedInWork(db, at, actor));

/** The samples of a lesson with what their author gives them: never for a page before they are scored. */
export async function samplesOf(db: Db, place: PeerPlace): Promise<Sample[]> {
  const lesson = await compiledLesson(db, place.editionId, place.outline.id);
  return (lesson?.samples ?? []).slice(0, place.peers.samples);
}

/** What somebody gave the samples, and what their reviews weigh by it. */
export async function calibrationOf(db: Db, place: PeerPlace) {
  const scored = (await samplesBy(db, place.enrollmentId, place.outline.id)).filter(
    ({ sample }) => sample < place.peers.samples,
  );
  return { scored, weight: reviewerWeight(scored.map(({ near }) => near)) };
}

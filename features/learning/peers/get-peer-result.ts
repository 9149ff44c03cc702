import * as z from 'zod';
import { reviewsOf } from '@/db/queries/peers';
import { canGrade } from '@/rules/access';
import { peerScores } from '@/rules/work/peers';
import { type OutputOf, operation } from '@/server/operation';
import { inGrading, submissionInput } from '../work/in-queue';

/** What peers gave a version and what it comes to, as its grader reads it: without who they are. */
export const getPeerResult = operation({
  name: 'get-peer-result',
  kind: 'read',
  by: 'person',
  input: z.strictObject(submissionInput),
  subject: inGrading,
  allow: canGrade,
  async run({ db, subject: { submission } }) {
    const { peers, rubric } = submission.rules;
    if (!peers) return { peers: null, rubric, reviews: [], comesTo: null };
    const reviews = await reviewsOf(db, submission.id);
    return { peers, rubric, reviews, comesTo: peerScores(rubric, reviews, peers.least) };
  },
});

export type PeerResult = OutputOf<typeof getPeerResult>;

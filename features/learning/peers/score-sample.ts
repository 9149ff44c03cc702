import * as z from 'zod';
import { recordSample } from '@/db/queries/peers';
import { isSelfEnrolled } from '@/rules/access';
import { nearness } from '@/rules/work/peers';
import { InvalidInput, NotFound, operation } from '@/server/operation';
import { lessonInput } from '../place';
import { levelsInput, missingLevels, ofRubric } from './input';
import { lockedReviewer, samplesOf } from './place';

/** Scores a sample before others are reviewed: once, and then its author's scores are seen. */
export const scoreSample = operation({
  name: 'score-sample',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    sample: z.coerce.number().int().min(0).max(9),
    scores: levelsInput,
  }),
  subject: lockedReviewer,
  allow: isSelfEnrolled,
  async run({ db, input: { sample, scores: given }, subject: place }): Promise<void> {
    const { rubric } = place.rules;
    const author = (await samplesOf(db, place))[sample];
    if (!author) throw new NotFound();
    const scores = ofRubric(rubric, given);
    const missing = missingLevels(rubric, scores);
    if (Object.keys(missing).length > 0) throw new InvalidInput(missing);
    const near = nearness(rubric, scores, author.scores);
    await recordSample(db, {
      enrollmentId: place.enrollmentId,
      lessonId: place.outline.id,
      sample,
      scores,
      near,
    });
  },
  audit: 'in-ledger',
});

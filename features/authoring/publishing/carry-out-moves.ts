import { randomUUID } from 'node:crypto';
import type { Db } from '@/db/client';
import {
  completeEnrollments,
  dropProgress,
  lockMovableLearners,
  moveEnrollments,
  replaceProgress,
} from '@/db/queries/publishing';
import type { EditionManifest } from '@/rules/editions/edition';
import { isMoved, type LearnerMoves } from '@/rules/editions/moves';
import { moveOutcomes } from './move-outcomes';

export type Moved = { moved: number; finished: number };

type Moves = {
  courseId: string;
  to: { id: string; number: number; manifest: EditionManifest };
  moves: LearnerMoves;
  actorId: string | null;
};

/**
 * Moves learners to an edition as was chosen, with their progress in it, made from the ledger. Whoever is
 * at work waits a moment; what they send is then judged by the edition they were moved to. All in the
 * caller's transaction, some hundred at a time, so that no statement takes long.
 */
export async function carryOutMoves(db: Db, { courseId, to, moves, actorId }: Moves): Promise<Moved> {
  const count: Moved = { moved: 0, finished: 0 };
  if (moves === 'none') return count;
  const of = { actorId, batchId: randomUUID() };
  const learners = await lockMovableLearners(db, courseId, to.id);
  for await (const batch of moveOutcomes(db, learners, to.manifest)) {
    const moved = batch.filter(({ outcome }) => isMoved(moves, outcome));
    if (moved.length === 0) continue;
    const enrollmentIds = moved.map(({ learner }) => learner.id);
    const reason = `Moved to edition ${to.number}`;
    await moveEnrollments(db, { ...of, enrollmentIds, editionId: to.id, reason });
    await dropProgress(
      db,
      moved.flatMap(({ learner, outcome }) =>
        outcome.cleared.map((lessonId) => ({ enrollmentId: learner.id, lessonId })),
      ),
    );
    await replaceProgress(
      db,
      moved.flatMap(({ learner, outcome }) =>
        outcome.progress.map((lesson) => ({ enrollmentId: learner.id, ...lesson })),
      ),
    );
    const finished = moved.filter(({ outcome }) => outcome.finishes).map(({ learner }) => learner.id);
    await completeEnrollments(db, { ...of, enrollmentIds: finished, reason: 'Every lesson is complete.' });
    count.moved += moved.length;
    count.finished += finished.length;
  }
  return count;
}

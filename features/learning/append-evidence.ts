import type { Db } from '@/db/client';
import {
  completedLessons,
  type NewEvidence,
  recordEvidence,
  recordProgress,
  setCourseCompleted,
  setLastLesson,
} from '@/db/queries/learning';
import { lessonsOf } from '@/rules/editions/edition';
import { mayLearn } from '@/rules/enrollment/enrollment-terms';
import { doneBlocks, percent } from '@/rules/learning/progress';
import { NotFound, Refused } from '@/server/operation';
import { enrollmentOf, type LessonPlace } from './place';

export type LessonProgress = { done: string[]; total: number; percent: number; complete: boolean };

type Entry = Pick<NewEvidence, 'blockId' | 'kind' | 'correct' | 'payload' | 'idempotencyKey'>;

/**
 * Appends evidence to the ledger and brings the projection along: the blocks it completes, the lesson
 * last worked in and, with the last lesson, the course. All in the caller's transaction. Whoever may not learn
 * any more since the request was judged is told so (removed, undone, over), as is whoever was moved to another
 * edition, and nothing is recorded.
 * @returns the progress, and the keys that were not in the ledger before.
 */
export async function appendEvidence(
  db: Db,
  place: LessonPlace,
  entries: Entry[],
): Promise<{ progress: LessonProgress; added: string[] }> {
  const { outline, editionId } = place;
  const enrollmentId = enrollmentOf(place);
  // First, because it locks the enrollment: two devices, a move, an undo and a rebuild take their turns, each
  // sees what the one before it did, and none of them waits for another in a circle. An undo that comes later
  // finds the evidence; one that came first is found here.
  const now = await setLastLesson(db, { enrollmentId, lessonId: outline.id });
  if (!now || !mayLearn(now, place.now)) throw new NotFound('no enrollment to learn in any more');
  if (now.editionId !== editionId) throw new Refused('edition-moved');
  const added = await recordEvidence(
    db,
    entries.map((entry) => ({ ...entry, enrollmentId, editionId, lessonId: outline.id })),
  );
  // A view counts whoever recorded it; an answer whose key was there already is not the one recorded.
  const counted = entries.filter(
    ({ kind, idempotencyKey }) => kind === 'viewed' || added.includes(idempotencyKey),
  );
  const satisfied = doneBlocks(
    outline.blocks,
    counted.map(({ blockId, kind, correct }) => ({ blockId, kind, correct: correct ?? null })),
  );
  const total = outline.blocks.length;
  // What satisfies nothing (a wrong answer) changes nothing in the projection.
  const { done, justCompleted } =
    satisfied.length > 0
      ? await recordProgress(db, { enrollmentId, lessonId: outline.id, done: satisfied, total })
      : { done: place.done.get(outline.id) ?? [], justCompleted: false };
  if (
    justCompleted &&
    (await completedLessons(db, enrollmentId)) >= lessonsOf(place.edition.manifest).length
  ) {
    await setCourseCompleted(db, enrollmentId);
  }
  return { progress: lessonProgressOf(place, done), added };
}

/** Progress in a lesson from its done blocks, in the lesson's order. */
export function lessonProgressOf({ outline }: LessonPlace, done: readonly string[]): LessonProgress {
  const finished = new Set(done);
  const inOrder = outline.blocks.filter((block) => finished.has(block.id)).map((block) => block.id);
  const total = outline.blocks.length;
  return {
    done: inOrder,
    total,
    percent: percent(inOrder.length, total),
    complete: inOrder.length === total,
  };
}

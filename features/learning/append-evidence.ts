import type { Db } from '@/db/client';
import {
  completedLessons,
  type NewEvidence,
  recordEvidence,
  recordProgress,
  setCourseCompleted,
  setLastLesson,
} from '@/db/queries/learning';
import { lessonsOf } from '@/rules/edition';
import { doneBlocks, percent } from '@/rules/progress';
import { enrollmentOf, type LessonPlace } from './place';

export type LessonProgress = { done: string[]; total: number; percent: number; complete: boolean };

type Entry = Pick<NewEvidence, 'blockId' | 'kind' | 'correct' | 'payload' | 'idempotencyKey'>;

/**
 * Appends evidence to the ledger and brings the projection along: the blocks it completes, the lesson
 * last worked in and, with the last lesson, the course. All in the caller's transaction.
 */
export async function appendEvidence(db: Db, place: LessonPlace, entries: Entry[]): Promise<LessonProgress> {
  const { outline, editionId } = place;
  const enrollmentId = enrollmentOf(place);
  await recordEvidence(
    db,
    entries.map((entry) => ({ ...entry, enrollmentId, editionId, lessonId: outline.id })),
  );
  const satisfied = doneBlocks(
    outline.blocks,
    entries.map(({ blockId, kind, correct }) => ({ blockId, kind, correct: correct ?? null })),
  );
  const total = outline.blocks.length;
  const { done, justCompleted } = await recordProgress(db, {
    enrollmentId,
    lessonId: outline.id,
    done: satisfied,
    total,
  });
  await setLastLesson(db, enrollmentId, outline.id);
  if (
    justCompleted &&
    (await completedLessons(db, enrollmentId)) >= lessonsOf(place.edition.manifest).length
  ) {
    await setCourseCompleted(db, enrollmentId);
  }
  return lessonProgressOf(place, done);
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

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
 * @returns the progress, and the keys that were not in the ledger before.
 */
export async function appendEvidence(
  db: Db,
  place: LessonPlace,
  entries: Entry[],
): Promise<{ progress: LessonProgress; added: string[] }> {
  const { outline, editionId } = place;
  const enrollmentId = enrollmentOf(place);
  // In one order, so that two devices that send the same blocks never wait for each other in a circle.
  const ordered = [...entries].sort((a, b) => (a.idempotencyKey < b.idempotencyKey ? -1 : 1));
  const added = await recordEvidence(
    db,
    ordered.map((entry) => ({ ...entry, enrollmentId, editionId, lessonId: outline.id })),
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
  // This locks the enrollment: of two lessons completed at once, the later sees the earlier below.
  await setLastLesson(db, enrollmentId, outline.id);
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

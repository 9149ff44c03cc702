import * as z from 'zod';
import type { Db } from '@/db/client';
import { type EditionRow, editionById } from '@/db/queries/editions';
import { type LearnerRow, learnerInCourse } from '@/db/queries/learning';
import type { Actor } from '@/rules/access';
import { type LessonOutline, lessonsOf } from '@/rules/editions/edition';
import { mayLearn } from '@/rules/enrollment/enrollment-terms';
import { heldLessons } from '@/rules/learning/release';

/** An address part: what cannot be one does not exist. */
export const slugInput = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+$/);
export const lessonInput = { course: slugInput, lesson: slugInput };

/** A person's place in a course with its edition: what every operation of learning judges. */
export type Place = LearnerRow & { ownerId: string | null; mayLearn: boolean; edition: EditionRow };

/** Loads the place of a person in a course; null when there is no such published course. */
export async function placeInCourse(
  db: Db,
  slug: string,
  actor: Pick<Actor, 'userId'>,
  lesson?: string,
): Promise<Place | null> {
  const row = await learnerInCourse(db, slug, actor.userId, lesson);
  if (!row) return null;
  const edition = await editionById(db, row.editionId);
  if (!edition) return null;
  return {
    ...row,
    edition,
    ownerId: row.enrollmentId === null ? null : actor.userId,
    mayLearn: row.state !== null && mayLearn({ ...row, state: row.state }, row.now),
  };
}

/** One's own enrollment in a course, whatever its state: subject of what past work stays visible by. */
export async function ownEnrollment(
  db: Db,
  { course }: { course: string },
  actor: Pick<Actor, 'userId'>,
): Promise<(Place & { ownerId: string; enrollmentId: string }) | null> {
  const place = await placeInCourse(db, course, actor);
  return place?.ownerId && place.enrollmentId
    ? { ...place, ownerId: place.ownerId, enrollmentId: place.enrollmentId }
    : null;
}

export type LessonPlace = Place & { outline: LessonOutline };

/**
 * The lessons that a learner may not begin yet, each with the sentence that says when. Who finished the
 * course, or reads it as staff, reads everything.
 */
export function heldFor(
  place: Pick<Place, 'edition' | 'done' | 'now' | 'mayLearn' | 'completedAt'>,
): Map<string, string> {
  if (!place.mayLearn || place.completedAt !== null) return new Map();
  return heldLessons(place.edition.manifest, place.done, place.now);
}

/**
 * The same with a lesson of the edition; null also when the edition has no such lesson, or when a learner
 * may not begin it yet.
 */
export async function placeInLesson(
  db: Db,
  { course, lesson }: { course: string; lesson: string },
  actor: Pick<Actor, 'userId'>,
): Promise<LessonPlace | null> {
  const place = await placeInCourse(db, course, actor, lesson);
  const outline = place && lessonsOf(place.edition.manifest).find((candidate) => candidate.id === lesson);
  if (!place || !outline || heldFor(place).has(lesson)) return null;
  return { ...place, outline };
}

/** The enrollment of a place whose policy has established that there is one. */
export function enrollmentOf(place: Place): string {
  if (place.enrollmentId === null) throw new Error('this operation needs an enrollment');
  return place.enrollmentId;
}

import type { Db } from '@/db/client';
import { lockLearner } from '@/db/queries/attempts';
import { accommodationFor } from '@/db/queries/grading';
import { type VersionRow, versionsOf } from '@/db/queries/work';
import type { Actor } from '@/rules/access';
import { type Accommodation, accommodatedWork } from '@/rules/assessment/accommodations';
import { localInstant } from '@/rules/authoring/schedule';
import { lessonsOf } from '@/rules/editions/edition';
import type { WorkRules } from '@/rules/work/work';
import { heldFor, type LessonPlace, placeInCourse } from '../place';

export type WorkPlace = LessonPlace & {
  /** The rules as they are for this person, and what was agreed with them. */
  rules: WorkRules;
  agreed: Accommodation | null;
  /** What they wrote, drafts included, the oldest first. */
  versions: VersionRow[];
  /** By the clock of the database, in the zone of the edition. */
  zone: string;
  closesAt: Date | null;
};

type Address = { course: string; lesson: string };

/** The rules of written work as they are for somebody, with what was agreed with them and what they wrote. */
export async function workOf(db: Db, place: LessonPlace, work: WorkRules): Promise<WorkPlace> {
  const { enrollmentId, outline, edition } = place;
  const agreed = enrollmentId === null ? null : await accommodationFor(db, enrollmentId, outline.id);
  const rules = accommodatedWork(work, agreed);
  const zone = edition.manifest.zone ?? 'UTC';
  return {
    ...place,
    rules,
    agreed,
    versions: enrollmentId === null ? [] : await versionsOf(db, enrollmentId, outline.id),
    zone,
    closesAt: localInstant(rules.closes, zone),
  };
}

/**
 * The place of a person in written work; null when their edition has none there, or when they may not begin it
 * yet. What was begun is gone on with, also when a newer edition holds the lesson back.
 */
export async function placeInWork(
  db: Db,
  { course, lesson }: Address,
  actor: Pick<Actor, 'userId'>,
): Promise<WorkPlace | null> {
  const place = await placeInCourse(db, course, actor, lesson);
  const outline = place && lessonsOf(place.edition.manifest).find(({ id }) => id === lesson);
  if (!place || !outline?.work) return null;
  const found = await workOf(db, { ...place, outline }, outline.work);
  return found.versions.length === 0 && heldFor(place).has(lesson) ? null : found;
}

/** The same, with the enrollment locked first: what is judged then stays so until it is written. */
export async function lockedInWork(
  db: Db,
  input: Address,
  actor: Pick<Actor, 'userId'>,
): Promise<WorkPlace | null> {
  await lockLearner(db, input.course, actor.userId);
  return placeInWork(db, input, actor);
}

/** The draft among what somebody wrote. */
export const draftIn = ({ versions }: Pick<WorkPlace, 'versions'>): VersionRow | null =>
  versions.find(({ handedInAt }) => handedInAt === null) ?? null;

/** What was handed in, the oldest first. */
export const takenIn = ({ versions }: Pick<WorkPlace, 'versions'>): VersionRow[] =>
  versions.filter(({ handedInAt }) => handedInAt !== null);

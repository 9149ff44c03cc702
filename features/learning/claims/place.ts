import * as z from 'zod';
import type { Db } from '@/db/client';
import { lockLearner } from '@/db/queries/attempts';
import { countEntries } from '@/db/queries/claims';
import { compiledLesson, type EditionRow } from '@/db/queries/editions';
import type { Actor } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { ownEnrollment, slugInput } from '../place';

export const logInput = { course: slugInput };
export const entryInput = { ...logInput, entry: z.uuid() };

/** Whether a course has a claim log: some lesson of its edition asks for it. */
export const hasClaimLog = ({ manifest }: EditionRow): boolean =>
  lessonsOf(manifest).some(({ work }) => work?.form === 'claim-log');

export type LogPlace = NonNullable<Awaited<ReturnType<typeof ownEnrollment>>>;

/**
 * One's own claim log in a course, whatever became of the enrollment; null where the course has none, unless
 * something stands in it already.
 */
export async function inLog(
  db: Db,
  input: { course: string },
  actor: Pick<Actor, 'userId'>,
): Promise<LogPlace | null> {
  const place = await ownEnrollment(db, input, actor);
  if (!place) return null;
  if (hasClaimLog(place.edition)) return place;
  return (await countEntries(db, place.enrollmentId)).all > 0 ? place : null;
}

/** The same, with the enrollment locked first: what is judged then stays so until it is written. */
export async function lockedInLog(
  db: Db,
  input: { course: string },
  actor: Pick<Actor, 'userId'>,
): Promise<LogPlace | null> {
  await lockLearner(db, input.course, actor.userId);
  return inLog(db, input, actor);
}

/** The passages that an entry from a lesson may speak of: those that the lesson shows. */
export async function passagesOf(
  db: Db,
  editionId: string,
  lesson: string,
): Promise<{ id: string; title: string }[]> {
  const compiled = await compiledLesson(db, editionId, lesson);
  return (compiled?.passages ?? []).map(({ id, title }) => ({ id, title }));
}

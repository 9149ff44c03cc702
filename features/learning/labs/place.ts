import * as z from 'zod';
import type { Db } from '@/db/client';
import { compiledLesson } from '@/db/queries/editions';
import { type LabAttemptRow, lockLabAttempts } from '@/db/queries/labs';
import type { Lab } from '@/kinds/labs/kind';
import { labAt } from '@/kinds/labs/registry';
import type { Actor } from '@/rules/access';
import { labSeed, seedCommit } from '@/server/labs';
import { enrollmentOf, type LessonPlace, lessonInput, placeInLesson } from '../place';

export const labInput = { ...lessonInput, block: z.string().max(100) };

/** A person's place in a lab of a lesson. */
export type LabPlace = LessonPlace & { learnerId: string; block: string; lab: Lab };

/** Loads it; null when the lesson has no such lab. */
export async function placeInLab(
  db: Db,
  input: { course: string; lesson: string; block: string },
  actor: Pick<Actor, 'userId'>,
): Promise<LabPlace | null> {
  const place = await placeInLesson(db, input, actor);
  const lesson = place && (await compiledLesson(db, place.editionId, place.outline.id));
  const ref = lesson?.blocks.find(({ id }) => id === input.block)?.lab;
  const lab = ref ? labAt(ref.name, ref.version) : null;
  return place && lab ? { ...place, learnerId: actor.userId, block: input.block, lab } : null;
}

/** Which attempt is the present one: the newest, unless it is at another version of the lab than the edition has. */
export function presentAttempt(
  attempts: readonly LabAttemptRow[],
  { name, version }: Pick<Lab, 'name' | 'version'>,
): { number: number; row: LabAttemptRow | null } {
  const [newest] = attempts;
  if (!newest) return { number: 1, row: null };
  const same = newest.lab === name && newest.version === version;
  return same ? { number: newest.number, row: newest } : { number: newest.number + 1, row: null };
}

/** The seed of an attempt, and whether it is the one that the attempt was begun with. */
export function seedFor(
  learnerId: string,
  { name, version }: Pick<Lab, 'name' | 'version'>,
  { number, row }: { number: number; row: Pick<LabAttemptRow, 'seedCommit'> | null },
): { seed: Uint8Array; lost: boolean } {
  const seed = labSeed({ learnerId, lab: name, version, attempt: number });
  return { seed, lost: row !== null && row.seedCommit !== seedCommit(seed) };
}

/** The attempts at the lab of a place, locked, the newest first. */
export const lockedAttempts = (db: Db, place: LabPlace): Promise<LabAttemptRow[]> =>
  lockLabAttempts(db, {
    enrollmentId: enrollmentOf(place),
    lessonId: place.outline.id,
    blockId: place.block,
  });

import * as z from 'zod';
import type { Db } from '@/db/client';
import { filesOf } from '@/db/queries/work-files';
import type { FileRules } from '@/rules/work/files';
import { mayHandIn } from '@/rules/work/work';
import { NotFound, Refused } from '@/server/operation';
import { enrollmentOf, lessonInput } from '../../place';
import { takenIn, type WorkPlace } from '../place';

/** The version that a file is of. */
export const versionInput = { ...lessonInput, number: z.coerce.number().int().min(1).max(100) };

/**
 * Whether files are taken for a version now. What was handed in keeps the files it was handed in with.
 * @param place loaded once the enrollment was locked, where something is written
 * @returns the version, what the work takes, and whether there is room for one more.
 */
export async function takingFiles(db: Db, place: WorkPlace, number: number) {
  const { rules, outline, closesAt, now } = place;
  const taken = takenIn(place);
  const refusal = mayHandIn(
    rules,
    taken.map((one) => ({ number: one.number, back: one.releasedAt !== null })),
    closesAt !== null && now >= closesAt,
  );
  if (refusal) throw new Refused(refusal);
  if (number !== taken.length + 1) throw new Refused('work-handed-in');
  const version = { enrollmentId: enrollmentOf(place), lessonId: outline.id, number };
  const files = await filesOf(db, version.enrollmentId, version.lessonId);
  const here = files.filter((file) => file.number === number).length;
  return { version, room: rules.files !== undefined && here < rules.files.most };
}

/** What the work of a place takes; work that takes no files has no such door. */
export function fileRulesOf({ rules }: WorkPlace): FileRules {
  if (!rules.files) throw new NotFound('no files are taken');
  return rules.files;
}

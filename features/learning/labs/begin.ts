import type { Db } from '@/db/client';
import { beginLabAttempt, type LabAttemptRow } from '@/db/queries/labs';
import { labSeed, seedCommit } from '@/server/labs';
import { enrollmentOf } from '../place';
import { type LabPlace, lockedAttempts, presentAttempt } from './place';

/**
 * The present attempt, locked until the transaction ends; it is begun where there is none. Two that begin at once
 * have the same one.
 */
export async function openAttempt(db: Db, place: LabPlace): Promise<LabAttemptRow> {
  const { lab, learnerId, editionId, outline, block } = place;
  const found = presentAttempt(await lockedAttempts(db, place), lab);
  if (found.row) return found.row;
  const seed = labSeed({ learnerId, lab: lab.name, version: lab.version, attempt: found.number });
  await beginLabAttempt(db, {
    enrollmentId: enrollmentOf(place),
    lessonId: outline.id,
    blockId: block,
    editionId,
    number: found.number,
    lab: lab.name,
    version: lab.version,
    seedCommit: seedCommit(seed),
  });
  const { row } = presentAttempt(await lockedAttempts(db, place), lab);
  if (!row) throw new Error(`no attempt at ${lab.name}`);
  return row;
}

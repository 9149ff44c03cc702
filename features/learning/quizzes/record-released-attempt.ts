import * as z from 'zod';
import type { Db } from '@/db/client';
import { attemptOwner } from '@/db/queries/attempts';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { type AttemptPlace, lockedInAttempt } from './place';
import { recordResult } from './record-result';

/** An attempt whose result may be seen; null while it may not, or when the ledger has it. */
async function releasedAttempt(db: Db, { attempt: id }: { attempt: string }): Promise<AttemptPlace | null> {
  const owner = await attemptOwner(db, id);
  const place = owner && (await lockedInAttempt(db, owner, owner));
  return place?.attempt.releasedAt && !place.attempt.recordedAt ? place : null;
}

/** Writes what was released or corrected after it was handed in into the ledger of its learner. */
export const recordReleasedAttempt = operation({
  name: 'record-released-attempt',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ attempt: z.uuid() }),
  subject: releasedAttempt,
  allow: isPlatform,
  run: ({ db, subject: place }): Promise<void> => recordResult(db, place, place.attempt),
  audit: 'in-ledger',
});

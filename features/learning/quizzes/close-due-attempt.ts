import * as z from 'zod';
import type { Db } from '@/db/client';
import { attemptOwner } from '@/db/queries/attempts';
import { isPlatform } from '@/rules/access';
import { operation } from '@/server/operation';
import { closeAttempt } from './close-attempt';
import { type AttemptPlace, lockedInAttempt } from './place';

/** An attempt whose time is over; null while it is not. */
async function dueAttempt(db: Db, { attempt: id }: { attempt: string }): Promise<AttemptPlace | null> {
  const owner = await attemptOwner(db, id);
  const place = owner && (await lockedInAttempt(db, owner, owner));
  const due = place?.attempt.dueAt;
  return due && due <= place.now ? place : null;
}

/** Hands in what was saved of an attempt whose time is over, whether or not a browser is still there. */
export const closeDueAttempt = operation({
  name: 'close-due-attempt',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ attempt: z.uuid() }),
  subject: dueAttempt,
  allow: isPlatform,
  run: async ({ db, subject: place }): Promise<{ closed: boolean }> => ({
    closed: await closeAttempt(db, place, 'clock'),
  }),
  audit: 'in-ledger',
});

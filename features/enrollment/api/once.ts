import * as z from 'zod';
import type { Db } from '@/db/client';
import { setRequestAnswer, takeRequestKey } from '@/db/queries/api-tokens';
import { Refused } from '@/server/operation';

/** How a write reached the API: its token and, where the request named one, its key. The door fills this in. */
export const viaInput = {
  via: z.strictObject({
    tokenId: z.uuid(),
    key: z.string().min(1).max(200).nullable(),
    requestHash: z.string().length(64),
  }),
};
type Via = z.output<z.ZodObject<typeof viaInput>>['via'];

export type Once<Answer> = { answer: Answer; replayed: boolean };

/**
 * Does a write once for its key, in its transaction: asked again with the same, it answers the same and does
 * nothing; asked something else with that key, it is refused. What was refused is not kept: it is judged anew.
 */
export async function once<Answer>(
  db: Db,
  { tokenId, key, requestHash }: Via,
  work: () => Promise<Answer>,
): Promise<Once<Answer>> {
  if (key === null) return { answer: await work(), replayed: false };
  const request = { tokenId, key, requestHash };
  const known = await takeRequestKey(db, request);
  if (known) {
    if (known.requestHash !== requestHash) throw new Refused('request-key-taken');
    return { answer: known.answer as Answer, replayed: true };
  }
  const answer = await work();
  await setRequestAnswer(db, request, answer);
  return { answer, replayed: false };
}

import * as z from 'zod';
import { setTokenRevoked, tokenById } from '@/db/queries/api-tokens';
import { canManageTokens } from '@/rules/access';
import { operation } from '@/server/operation';

/** Ends a key for good, from the next request on. Ending it twice is once. */
export const revokeApiToken = operation({
  name: 'revoke-api-token',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ tokenId: z.uuid() }),
  subject: (db, { tokenId }) => tokenById(db, tokenId),
  allow: canManageTokens,
  run: async ({ db, subject }) => ({ changed: await setTokenRevoked(db, subject.id) }),
  audit: ({ subject, output }) =>
    output.changed ? { object: `api-token:${subject.id}`, detail: { name: subject.name } } : null,
});

import * as z from 'zod';
import { tokens } from '@/db/queries/api-tokens';
import { isProven } from '@/db/queries/sessions';
import { canManageTokens } from '@/rules/access';
import { tokenState } from '@/rules/accounts/api-scopes';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** The keys of other systems: who made them, what they may, when they were last used. Never their secrets. */
export const listApiTokens = operation({
  name: 'list-api-tokens',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: canManageTokens,
  async run({ db, actor, now }) {
    const rows = await tokens(db, 200);
    return {
      tokens: rows.map((token) => ({ ...token, state: tokenState(token, now) })),
      fresh: await isProven(db, actor.sessionId),
    };
  },
});

export type ListedToken = OutputOf<typeof listApiTokens>['tokens'][number];

import * as z from 'zod';
import { recordToken } from '@/db/queries/api-tokens';
import { canManageTokens } from '@/rules/access';
import { apiScopes, secretHint, tokenLifetimes } from '@/rules/accounts/api-scopes';
import { hashSecret, newSecret } from '@/server/auth/secrets';
import { noSubject, operation } from '@/server/operation';

const lifetimes = tokenLifetimes.map(String);

/** Makes a key for another system. Its secret is in the answer and nowhere else: what is kept is its hash. */
export const makeApiToken = operation({
  name: 'make-api-token',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    name: z
      .string({ error: 'Enter a name.' })
      .trim()
      .min(1, 'Enter a name.')
      .max(100, 'At most 100 characters.')
      .refine((name) => name.isWellFormed() && !/\p{Cc}/u.test(name), 'A name is one line.'),
    scopes: z
      .string()
      .transform((text) => [...new Set(text.split(' ').filter((scope) => scope !== ''))])
      .pipe(z.array(z.enum(apiScopes)).min(1, 'Choose at least one scope.')),
    days: z.enum(lifetimes, 'Choose how long it lives.').transform(Number),
  }),
  subject: noSubject,
  allow: canManageTokens,
  fresh: true,
  async run({ db, actor, input }) {
    const secret = `lp_${newSecret()}`;
    const id = await recordToken(db, {
      ...input,
      tokenHash: hashSecret(secret),
      hint: secretHint(secret),
      createdBy: actor.userId,
    });
    return { id, secret };
  },
  audit: ({ input, output }) => ({
    object: `api-token:${output.id}`,
    detail: { name: input.name, scopes: input.scopes, days: input.days },
  }),
});

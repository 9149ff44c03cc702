import * as z from 'zod';
import { accountOf, setName } from '@/db/queries/users';
import { isOwn } from '@/rules/access';
import { operation } from '@/server/operation';
import { nameInput } from './input';

/** Changes the name by which others see one. */
export const changeName = operation({
  name: 'change-name',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ name: nameInput }),
  subject: (db, _input, actor) => accountOf(db, actor.userId),
  allow: isOwn,
  run: ({ db, input, subject: account }) => setName(db, account.ownerId, input.name),
  audit: ({ subject }) => ({ object: `user:${subject.ownerId}` }),
});

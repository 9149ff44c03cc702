import * as z from 'zod';
import type { Db } from '@/db/client';
import { personByExternalId } from '@/db/queries/api';
import { studioCourse } from '@/db/queries/drafts';
import { ensurePeople } from '@/db/queries/unclaimed';
import { canManageRoster } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { addressInput } from '../input';
import { moveOf, moveOne } from './moves';
import { once, viaInput } from './once';
import { enrollBody, slugPath } from './schemas';

type Named = { email?: string | undefined; externalId?: string | undefined; name?: string | undefined };

/** The person who is named; by an address nobody has, somebody new with an account to claim. */
async function personOf(db: Db, { email, externalId, name }: Named): Promise<string> {
  const known = externalId === undefined ? null : await personByExternalId(db, externalId);
  if (known) return known;
  if (email === undefined) {
    throw externalId === undefined
      ? new InvalidInput({ email: 'Name the person: by `email`, or by `externalId`.' })
      : new InvalidInput({ externalId: 'Nobody has this id. Give an `email` as well, to make an account.' });
  }
  const people = await ensurePeople(db, [{ email, name: name ?? '', externalId: externalId ?? null }]);
  const id = people.get(email);
  if (!id) throw new Error('an address has an account now');
  return id;
}

/** Enrolls or invites one person, as somebody of the course would. */
export const enrollPerson = operation({
  name: 'enroll-person',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...slugPath, ...enrollBody, ...viaInput, address: addressInput }),
  subject: (db, { slug }, actor) => studioCourse(db, slug, actor.userId),
  allow: canManageRoster,
  run: ({ db, actor, input, subject: course, now }) =>
    once(db, input.via, async () => {
      const move = moveOf(await personOf(db, input), input);
      return moveOne(db, course.id, move, { actor, address: input.address, now });
    }),
  audit: ({ input, output: { answer, replayed } }) =>
    replayed
      ? null
      : {
          object: `enrollment:${answer.enrollment.id}`,
          detail: { course: input.slug, action: input.action, token: input.via.tokenId },
        },
});

import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { BatchPerson } from '@/rules/enrollment/enrollment-batch';
import type { Db } from '../client';
import { users } from '../schema';

const addresses = (people: readonly BatchPerson[]) => JSON.stringify(people.map(({ email }) => email));

/**
 * The accounts of people by their addresses. Who has none is given one to claim, with the name and the id
 * of the list; whoever has one keeps their account as it is. One id is one person: where it is somebody
 * else's already, the new account does without. In two statements, or four when another list was quicker with an id.
 * @param people With normalised addresses.
 */
export async function ensurePeople(db: Db, people: readonly BatchPerson[]): Promise<Map<string, string>> {
  if (people.length === 0) return new Map();
  const given = people.map(({ email, name, externalId }) => ({ email, name, external_id: externalId }));
  // In the order of addresses: two lists at once never wait for each other in a circle.
  await db.execute(sql`
    insert into users (email, name, password_hash, unclaimed_since, external_id)
    select email, name, 'none', now(), case when nth = 1 and not exists
      (select from users taken where taken.external_id = row.external_id) then external_id end
    from (select distinct on (email) email, coalesce(nullif(name, ''), split_part(email, '@', 1)) as name, external_id,
        row_number() over (partition by external_id order by email) as nth
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as list (email text, name text, external_id text)
      order by email) row
    where not exists (select from users known where known.email = row.email)
    order by email
    on conflict do nothing`);
  const rows = await db
    .select({ id: users.id, email: users.email })
    .from(users)
    .where(sql`${users.email} in (select jsonb_array_elements_text(${addresses(people)}::jsonb))`);
  const ids = new Map(rows.map(({ id, email }) => [email, id]));
  const missing = people.filter(({ email }) => !ids.has(email));
  const late = await ensurePeople(
    db,
    missing.map((person) => ({ ...person, externalId: null })),
  );
  return new Map([...ids, ...late]);
}

/**
 * Makes an account that nobody had claimed the account of whoever holds a link from its mail: their name,
 * their password, and an address that counts as confirmed. @returns false when it is claimed already.
 */
export async function claimAccount(
  db: Db,
  userId: string,
  { name, passwordHash }: { name: string; passwordHash: string },
): Promise<boolean> {
  const rows = await db
    .update(users)
    .set({
      name,
      passwordHash,
      unclaimedSince: null,
      emailConfirmedAt: sql`coalesce(${users.emailConfirmedAt}, now())`,
      version: sql`${users.version} + 1`,
    })
    .where(and(eq(users.id, userId), isNotNull(users.unclaimedSince)))
    .returning({ id: users.id });
  return rows.length > 0;
}

import { and, desc, eq, lte, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { outbox } from '../schema';

export type Mail = { recipient: string; subject: string; body: string };

/** Writes a mail in the transaction of its reason; the worker delivers it after the commit. */
export async function enqueueMail(db: Db, mail: Mail): Promise<void> {
  await db.insert(outbox).values(mail);
}

/** The same for many mails at once, in one statement. */
export async function enqueueMails(db: Db, mails: readonly Mail[]): Promise<void> {
  if (mails.length === 0) return;
  await db.execute(sql`
    insert into outbox (recipient, subject, body)
    select recipient, subject, body from jsonb_to_recordset(${JSON.stringify(mails)}::jsonb)
      as mail (recipient text, subject text, body text)`);
}

const due = (db: Db, count: number) =>
  db
    .select({ id: outbox.id })
    .from(outbox)
    .where(and(eq(outbox.state, 'waiting'), lte(outbox.nextAttemptAt, sql`now()`)))
    .orderBy(outbox.nextAttemptAt)
    .limit(count)
    .for('update', { skipLocked: true });

/** Takes due mail for `leaseSeconds`: another replica passes over it, and a dead one's lease runs out. */
export async function leaseMail(db: Db, count: number, leaseSeconds: number) {
  return db
    .update(outbox)
    .set({
      attempts: sql`${outbox.attempts} + 1`,
      nextAttemptAt: sql`now() + make_interval(secs => ${leaseSeconds})`,
    })
    .where(sql`${outbox.id} in ${due(db, count)}`)
    .returning();
}

export async function setMailSent(db: Db, id: string): Promise<void> {
  await db
    .update(outbox)
    .set({ state: 'sent', sentAt: sql`now()`, lastError: null })
    .where(eq(outbox.id, id));
}

/** Counts due mails as sent, where reading them here is all the delivery there is. @returns how many. */
export async function setDueMailSent(db: Db, most: number): Promise<number> {
  const rows = await db
    .update(outbox)
    .set({ state: 'sent', sentAt: sql`now()`, lastError: null, attempts: sql`${outbox.attempts} + 1` })
    // As an array, so that they are looked for once, and their rows by the key, whatever the plan was made for.
    .where(sql`${outbox.id} = any(array(${due(db, most)}))`)
    .returning({ id: outbox.id });
  return rows.length;
}

/** Puts a mail back for later, or aside as dead when `retryInSeconds` is null. */
export async function setMailFailed(
  db: Db,
  id: string,
  error: string,
  retryInSeconds: number | null,
): Promise<void> {
  await db
    .update(outbox)
    .set(
      retryInSeconds === null
        ? { state: 'dead', lastError: error }
        : { nextAttemptAt: sql`now() + make_interval(secs => ${retryInSeconds})`, lastError: error },
    )
    .where(eq(outbox.id, id));
}

const listed = {
  id: outbox.id,
  recipient: outbox.recipient,
  subject: outbox.subject,
  state: outbox.state,
  createdAt: outbox.createdAt,
};

/** The newest mails, newest first, without their text. */
export function newestMails(db: Db, limit: number) {
  return db.select(listed).from(outbox).orderBy(desc(outbox.createdAt), desc(outbox.id)).limit(limit);
}

/** One mail with its text. */
export async function mailById(db: Db, id: string) {
  const [row] = await db
    .select({ ...listed, body: outbox.body, lastError: outbox.lastError })
    .from(outbox)
    .where(eq(outbox.id, id));
  return row ?? null;
}

/** Mails that did not go out: given up, or failing and still tried; the newest first, without their text. */
export function undeliveredMails(db: Db, limit: number) {
  return db
    .select({
      ...listed,
      attempts: outbox.attempts,
      lastError: outbox.lastError,
      nextAttemptAt: outbox.nextAttemptAt,
    })
    .from(outbox)
    .where(
      sql`${outbox.state} = 'dead' or (${outbox.state} = 'waiting' and ${outbox.attempts} > 0 and ${outbox.lastError} is not null)`,
    )
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(limit);
}

/** Has mails that were given up tried again, one or all of them. @returns how many. */
export async function setMailsWaiting(db: Db, id: string | null): Promise<number> {
  const rows = await db
    .update(outbox)
    .set({ state: 'waiting', attempts: 0, nextAttemptAt: sql`now()` })
    .where(and(eq(outbox.state, 'dead'), id === null ? undefined : eq(outbox.id, id)))
    .returning({ id: outbox.id });
  return rows.length;
}

import { sql } from 'drizzle-orm';
import { integer, timestamp, uuid } from 'drizzle-orm/pg-core';

/** Primary key: a random uuid made by the database. */
export const id = () => uuid('id').primaryKey().default(sql`gen_random_uuid()`);

/** An instant with time zone; the database's clock, never a server's. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

export const createdAt = () => instant('created_at').notNull().defaultNow();

/** Optimistic lock: a write names the version it read and raises it by one. */
export const version = () => integer('version').notNull().default(1);

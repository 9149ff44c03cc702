import type { Db } from '@/db/client';
import { consume, forget } from '@/db/queries/rate-limits';
import { hashSecret } from '@/server/auth/secrets';

const hour = 3600;

/** Three mails of one sort an hour to one address, whether it has an account or not. */
export const mayMail = (db: Db, sort: 'register' | 'reset' | 'confirm', email: string): Promise<boolean> =>
  consume(db, `mail:${sort}:${hashSecret(email)}`, 3, hour);

/** Registrations from one network address within an hour: several classes of a school behind one. */
export const registrationsAnHour = 300;
export const mayRegisterFrom = (db: Db, ip: string | null): Promise<boolean> =>
  consume(db, `register:ip:${ip ?? 'unknown'}`, registrationsAnHour, hour);

/** Reset mails asked for from one network address: wide enough for a school behind one. */
export const mayResetFrom = (db: Db, ip: string | null): Promise<boolean> =>
  consume(db, `reset:ip:${ip ?? 'unknown'}`, 60, hour);

const ownPassword = (userId: string) => `own-password:${userId}`;

/** Tries of a signed-in person at their own password. */
export const mayTryOwnPassword = (db: Db, userId: string): Promise<boolean> =>
  consume(db, ownPassword(userId), 10, 15 * 60);

/** Whoever gave the right one has not been guessing: an administrator proves it often in a busy hour. */
export const forgetOwnPasswordTries = (db: Db, userId: string): Promise<void> =>
  forget(db, ownPassword(userId));

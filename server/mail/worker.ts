import { createTransport } from 'nodemailer';
import { clearOldAnswers } from '@/db/queries/api-tokens';
import { leaseMail, setMailFailed, setMailSent } from '@/db/queries/outbox';
import { clearExpiredLimits } from '@/db/queries/rate-limits';
import { answerKeptHours } from '@/rules/accounts/api-scopes';
import { database, lostDatabase } from '../database';
import { env } from '../env';

const leaseSeconds = 120;
const maxAttempts = 8;
/** A mail server that does not answer is given up before the lease of the mail runs out. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Doubling from 30 s: about an hour over all tries. */
export const retryAfter = (attempts: number): number | null =>
  attempts >= maxAttempts ? null : 30 * 2 ** (attempts - 1);

type Deliver = (mail: { recipient: string; subject: string; body: string }) => Promise<void>;

/** Over SMTP where it is set; in embedded mode the mailbox page reads the outbox, so there is nothing to do. */
export function deliverer(): Deliver {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return async () => {};
  const transport = createTransport({ url: SMTP_URL, ...timeouts });
  return async (mail) => {
    await transport.sendMail({ from: MAIL_FROM, to: mail.recipient, subject: mail.subject, text: mail.body });
  };
}

/**
 * Delivers what is due, once. Mails are leased one by one, so that none waits behind a slow one until
 * its lease runs out. What the mail server says is kept with the mail; what the database says is thrown.
 * @returns how many mails were tried.
 */
export async function deliverDueMail(deliver: Deliver, most = 20): Promise<number> {
  const db = database();
  let tried = 0;
  while (tried < most) {
    const leased = await leaseMail(db, 1, leaseSeconds);
    if (leased.length === 0) break;
    for (const mail of leased) {
      tried += 1;
      const failure = await deliver(mail).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      if (failure === null) await setMailSent(db, mail.id);
      else await setMailFailed(db, mail.id, failure, retryAfter(mail.attempts));
    }
  }
  return tried;
}

/** What has had its time: counters of limits, and answers of the API. */
async function cleared(): Promise<void> {
  await clearExpiredLimits(database());
  await clearOldAnswers(database(), answerKeptHours);
}

/** Starts delivering in the background. Any number of replicas may do so. @returns a function that stops it. */
export function startMailWorker(pauseMs = 1_000): () => Promise<void> {
  const deliver = deliverer();
  let stopped = false;
  let wake = () => {};
  let rounds = 0;
  const loop = (async () => {
    while (!stopped) {
      const count = await deliverDueMail(deliver).catch((error) => {
        lostDatabase(error);
        return 0;
      });
      rounds += 1;
      if (rounds % 600 === 0) await cleared().catch(() => {});
      if (count > 0) continue;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  })();
  return async () => {
    stopped = true;
    wake();
    await loop;
  };
}

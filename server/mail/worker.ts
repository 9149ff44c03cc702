import { createTransport } from 'nodemailer';
import { clearOldAnswers } from '@/db/queries/api-tokens';
import { leaseMail, setDueMailSent, setMailFailed, setMailSent } from '@/db/queries/outbox';
import { clearExpiredLimits } from '@/db/queries/rate-limits';
import { answerKeptHours } from '@/rules/accounts/api-scopes';
import { database } from '../database';
import { env } from '../env';
import { startLoop } from '../jobs/loop';

const leaseSeconds = 120;
const maxAttempts = 8;
/** A mail server that does not answer is given up before the lease of the mail runs out. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

/** Doubling from 30 s: about an hour over all tries. */
export const retryAfter = (attempts: number): number | null =>
  attempts >= maxAttempts ? null : 30 * 2 ** (attempts - 1);

type Deliver = (mail: { recipient: string; subject: string; body: string }) => Promise<void>;

/** Over SMTP where it is set; null in embedded mode, where the mailbox page reads the outbox. */
export function deliverer(): Deliver | null {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return null;
  const transport = createTransport({ url: SMTP_URL, ...timeouts });
  return async (mail) => {
    await transport.sendMail({ from: MAIL_FROM, to: mail.recipient, subject: mail.subject, text: mail.body });
  };
}

/** Nothing is done for these but to say so, which a list of thousands should not take a turn each for. */
const atOnce = 200;

/**
 * Delivers what is due, once. Mails are leased one by one, so that none waits behind a slow one until
 * its lease runs out. What the mail server says is kept with the mail; what the database says is thrown.
 * @returns how many mails were tried.
 */
export async function deliverDueMail(deliver: Deliver | null, most = 20): Promise<number> {
  const db = database();
  if (deliver === null) return setDueMailSent(db, atOnce);
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
  let rounds = 0;
  return startLoop(
    async () => {
      rounds += 1;
      if (rounds % 600 === 0) await cleared();
      return deliverDueMail(deliver);
    },
    pauseMs,
    deliver === null ? 1 : 0,
  );
}

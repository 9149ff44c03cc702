import { createTransport } from 'nodemailer';
import { isUnavailable } from '@/db/client';
import { leaseMail, setMailFailed, setMailSent } from '@/db/queries/outbox';
import { clearExpiredLimits } from '@/db/queries/rate-limits';
import { database } from '../database';
import { env } from '../env';

const leaseSeconds = 60;
const maxAttempts = 8;

/** Doubling from 30 s: about an hour over all tries. */
export const retryAfter = (attempts: number): number | null =>
  attempts >= maxAttempts ? null : 30 * 2 ** (attempts - 1);

type Deliver = (mail: { recipient: string; subject: string; body: string }) => Promise<void>;

/** Over SMTP where it is set; in embedded mode the mailbox page reads the outbox, so there is nothing to do. */
export function deliverer(): Deliver {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) return async () => {};
  const transport = createTransport(SMTP_URL);
  return async (mail) => {
    await transport.sendMail({ from: MAIL_FROM, to: mail.recipient, subject: mail.subject, text: mail.body });
  };
}

/** Delivers what is due, once. @returns how many mails were tried. */
export async function deliverDueMail(deliver: Deliver): Promise<number> {
  const db = database();
  const mails = await leaseMail(db, 20, leaseSeconds);
  for (const mail of mails) {
    try {
      await deliver(mail);
      await setMailSent(db, mail.id);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await setMailFailed(
        db,
        mail.id,
        error instanceof Error ? error.message : String(error),
        retryAfter(mail.attempts),
      );
    }
  }
  return mails.length;
}

/** Starts delivering in the background. Any number of replicas may do so. @returns a function that stops it. */
export function startMailWorker(pauseMs = 1_000): () => Promise<void> {
  const deliver = deliverer();
  let stopped = false;
  let wake = () => {};
  let rounds = 0;
  const loop = (async () => {
    while (!stopped) {
      const count = await deliverDueMail(deliver).catch(() => 0);
      rounds += 1;
      if (rounds % 600 === 0) await clearExpiredLimits(database()).catch(() => {});
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

import type { Db } from '@/db/client';
import { recordMailToken } from '@/db/queries/mail-tokens';
import { enqueueMail } from '@/db/queries/outbox';
import { lifetimes } from '@/rules/accounts/accounts';
import { hashSecret, newSecret } from '@/server/auth/secrets';
import { claimMail, confirmationMail, resetMail } from './mails';

type Person = { id: string; email: string };

const links = {
  'confirm-email': { minutes: lifetimes.confirmLinkMinutes, text: confirmationMail },
  'accept-invitation': { minutes: lifetimes.confirmLinkMinutes, text: claimMail },
  'reset-password': { minutes: lifetimes.resetLinkMinutes, text: resetMail },
} as const;

/** Makes a single-use link and mails it. The secret is in the mail alone; the table has its hash. */
export async function sendLink(
  db: Db,
  purpose: keyof typeof links,
  person: Person,
  address: string,
): Promise<void> {
  const secret = newSecret();
  const { minutes, text } = links[purpose];
  await recordMailToken(db, { tokenHash: hashSecret(secret), purpose, userId: person.id, minutes });
  await enqueueMail(db, { recipient: person.email, ...text(address, secret) });
}

import type { Db } from '@/db/client';
import { enqueueMail } from '@/db/queries/outbox';
import { setPublicationFailed } from '@/db/queries/publications';
import { formatDeadline } from '@/rules/time/deadline';
import { notPublishedMail } from './mails';

type Publication = {
  id: string;
  dueAt: Date;
  dueZone: string;
  course: { slug: string };
  by: { email: string };
};

/** Ends a publication that cannot be carried out, and tells whoever scheduled it why. */
export async function failPublication(
  db: Db,
  { id, dueAt, dueZone, course, by }: Publication,
  address: string,
  why: string,
): Promise<{ ok: false; why: string }> {
  await setPublicationFailed(db, id, why, null);
  const due = formatDeadline(dueAt, dueZone);
  const text = notPublishedMail(address, { slug: course.slug, due }, why);
  await enqueueMail(db, { recipient: by.email, ...text });
  return { ok: false, why };
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { MailText } from '@/components/account/mail-text';
import { Page, PageTitle } from '@/components/ui/page';
import { Instant } from '@/components/ui/when';
import { getMail } from '@/features/accounts/get-mail';
import { call, isEmbedded, missing } from '@/server/call';

export const metadata: Metadata = { title: 'A mail' };

export default async function MailPage({ params }: { params: Promise<{ id: string }> }) {
  if (!isEmbedded()) missing();
  const { id } = await params;
  const mail = await call(getMail, { mailId: id });
  return (
    <Page width="text">
      <Link
        href="/admin/mailbox"
        prefetch={false}
        className="mb-3 inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
      >
        ← Mailbox
      </Link>
      <PageTitle>{mail.subject}</PageTitle>
      <p className="-mt-4 mb-6 break-words text-soft">
        To {mail.recipient} · <Instant at={mail.createdAt} />
      </p>
      <div className="rounded-lg border border-rule bg-raised px-5 py-6 sm:px-8">
        <MailText body={mail.body} />
      </div>
    </Page>
  );
}

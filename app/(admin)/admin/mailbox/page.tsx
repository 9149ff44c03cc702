import type { Metadata } from 'next';
import { MailList } from '@/components/account/mail-list';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listMails } from '@/features/accounts/list-mails';
import { call, isEmbedded, missing } from '@/server/call';

export const metadata: Metadata = { title: 'Mailbox' };

export default async function MailboxPage() {
  if (!isEmbedded()) missing();
  const mails = await call(listMails, {});
  return (
    <Page>
      <PageTitle lead="Every mail this site wrote, to whomever. It exists only while the site runs on one machine.">
        Mailbox
      </PageTitle>
      {mails.length > 0 ? (
        <MailList mails={mails} now={new Date()} />
      ) : (
        <Empty title="No mail yet">
          Register an account or ask for a new password, and the mail is here.
        </Empty>
      )}
    </Page>
  );
}

import type { Metadata } from 'next';
import { UndeliveredMails } from '@/components/account/undelivered-mails';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listUndeliveredMails } from '@/features/accounts/list-undelivered-mails';
import { call } from '@/server/call';
import { retryMailAction } from './actions';

export const metadata: Metadata = { title: 'Mails not delivered' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function MailsPage({ searchParams }: Props) {
  const mails = await call(listUndeliveredMails, {});
  const { again } = await searchParams;
  const dead = mails.filter(({ state }) => state === 'dead').length;
  return (
    <Page>
      <PageTitle lead="A mail is tried eight times within about an hour, then given up. Its text is not shown here: it may hold a link that only its reader should have.">
        Mails not delivered
      </PageTitle>
      <div className="grid gap-6">
        {typeof again === 'string' && /^\d{1,7}$/.test(again) && (
          <Notice tone="good">
            {again === '1' ? 'The mail is tried again now.' : `${again} mails are tried again now.`}
          </Notice>
        )}
        {dead > 1 && (
          <Form
            action={retryMailAction}
            submitLabel={`Try all ${dead === 200 ? '' : `${dead} `}given up again`}
            pendingLabel="Asking …"
            look="secondary"
            className="grid justify-items-start gap-5"
          >
            <input type="hidden" name="mailId" value="all" />
          </Form>
        )}
        {mails.length > 0 ? (
          <UndeliveredMails
            mails={mails}
            now={new Date()}
            retry={({ id, subject }) => (
              <Form
                action={retryMailAction}
                submitLabel={
                  <>
                    Try again <span className="visually-hidden">{subject}</span>
                  </>
                }
                pendingLabel="Asking …"
                look="secondary"
              >
                <input type="hidden" name="mailId" value={id} />
              </Form>
            )}
          />
        ) : (
          <Empty title="Every mail went out">
            When the mail server refuses one, it stands here with why.
          </Empty>
        )}
      </div>
    </Page>
  );
}

import Link from 'next/link';
import { Ago } from '@/components/ui/when';
import type { ListedMail } from '@/features/accounts/list-mails';

/** Mails by subject, newest first. */
export function MailList({ mails, now }: { mails: ListedMail[]; now: Date }) {
  return (
    <ul className="border-t border-rule">
      {mails.map((mail) => (
        <li key={mail.id} className="border-b border-rule">
          <Link
            href={`/admin/mailbox/${mail.id}`}
            prefetch={false}
            className="flex min-h-14 flex-wrap items-center justify-between gap-x-6 py-2 hover:text-accent"
          >
            <span className="min-w-0">
              <span className="block font-semibold underline decoration-rule underline-offset-4">
                {mail.subject}
              </span>
              <span className="block text-sm break-all text-soft">{mail.recipient}</span>
            </span>
            <span className="text-sm text-soft">
              {mail.state === 'dead' && <span className="font-semibold text-bad">Not delivered · </span>}
              <Ago at={mail.createdAt} now={now} />
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { Ago } from '@/components/ui/when';
import type { UndeliveredMail } from '@/features/accounts/list-undelivered-mails';

/** Mails that did not go out, each with why and, where it was given up, with its way back. */
export function UndeliveredMails({
  mails,
  now,
  retry,
}: {
  mails: UndeliveredMail[];
  now: Date;
  retry: (mail: UndeliveredMail) => ReactNode;
}) {
  return (
    <ul className="border-t border-rule">
      {mails.map((mail) => (
        <li
          key={mail.id}
          className="flex flex-wrap items-center justify-between gap-x-8 gap-y-3 border-b border-rule py-4"
        >
          <div className="min-w-0 flex-1 basis-72">
            <p className="font-semibold">{mail.subject}</p>
            <p className="text-sm break-all text-soft">
              To {mail.recipient} · <Ago at={mail.createdAt} now={now} />
            </p>
            <p className="mt-1 text-sm break-words">
              <span className="font-semibold text-bad">
                {mail.state === 'dead' ? 'Given up' : `Tried ${mail.attempts} times so far`}
              </span>
              {mail.lastError && <>: {mail.lastError}</>}
            </p>
          </div>
          {mail.state === 'dead' && retry(mail)}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';

/** What stands in place of a form that sent a mail. `embedded`: the mail goes no further than this machine. */
export function CheckMail({
  title,
  embedded,
  children,
}: {
  title: string;
  embedded: boolean;
  children: ReactNode;
}) {
  return (
    <div className="grid gap-5">
      <div>
        <h2 className="text-xl">{title}</h2>
        <p className="mt-2">{children}</p>
      </div>
      {embedded && (
        <Notice title="Where the mail is">
          This site runs on your own machine. Its mail is kept in the{' '}
          <a href="/admin/mailbox">local mailbox</a>, which an administrator can open.
        </Notice>
      )}
    </div>
  );
}

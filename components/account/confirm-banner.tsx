import Link from 'next/link';

/** Above every page for somebody who has not confirmed their address: what to do, and what it stops. */
export function ConfirmBanner({ email }: { email: string }) {
  return (
    <aside aria-label="Your e-mail address" className="border-b border-rule bg-accent-soft">
      <p className="mx-auto flex max-w-[90rem] flex-wrap items-center gap-x-4 px-4 py-1 text-[0.95rem] sm:px-6">
        <span className="min-w-0 py-2 break-words">
          Confirm <strong className="font-semibold">{email}</strong> to enroll in courses: open the link in
          the mail we sent.
        </span>
        <Link
          href="/account#address"
          prefetch={false}
          className="inline-flex min-h-11 items-center font-semibold text-accent underline underline-offset-4"
        >
          Send it again
        </Link>
      </p>
    </aside>
  );
}

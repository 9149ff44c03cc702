import Link from 'next/link';
import type { ReactNode } from 'react';

/** One step up from a page of the sources. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="mb-3 inline-flex min-h-11 max-w-full items-center text-accent underline-offset-4 hover:underline"
    >
      <span aria-hidden="true">←&nbsp;</span>
      <span className="truncate">{children}</span>
    </Link>
  );
}

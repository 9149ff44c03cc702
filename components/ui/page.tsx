import type { ReactNode } from 'react';

/** A page's column: `narrow` for forms, `text` for reading, `wide` for lists and tables. */
export function Page({
  width = 'wide',
  children,
}: {
  width?: 'narrow' | 'text' | 'wide';
  children: ReactNode;
}) {
  const most = { narrow: 'max-w-md', text: 'max-w-2xl', wide: 'max-w-6xl' }[width];
  return <div className={`mx-auto w-full px-5 py-10 sm:px-8 sm:py-14 ${most}`}>{children}</div>;
}

/** The one h1 of a page. It takes the focus when the route changes. */
export function PageTitle({ children, lead }: { children: ReactNode; lead?: ReactNode }) {
  return (
    <header className="mb-8">
      <h1 tabIndex={-1} className="text-3xl sm:text-4xl">
        {children}
      </h1>
      {lead && <p className="mt-3 max-w-prose text-lg text-soft">{lead}</p>}
    </header>
  );
}

/** What a list says when it is empty: what would stand here, and the one next step. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded-lg border border-dashed border-rule px-6 py-10 text-center">
      <p className="font-serif text-xl font-semibold">{title}</p>
      {children && <div className="mx-auto mt-2 max-w-prose text-soft">{children}</div>}
      {action && <div className="mt-5">{action}</div>}
    </div>
  );
}

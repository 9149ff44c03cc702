import type { ReactNode } from 'react';

/** A part of a page of settings: its heading beside it on a wide screen, above it on a narrow one. */
export function Section({
  id,
  title,
  about,
  children,
}: {
  id: string;
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-12 gap-y-5 border-t border-rule py-9 lg:grid-cols-[17rem_minmax(0,34rem)]"
    >
      <div>
        <h2 id={id} className="text-xl">
          {title}
        </h2>
        {about && <p className="mt-2 text-sm text-soft">{about}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

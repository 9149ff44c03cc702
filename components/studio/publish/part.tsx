import type { ReactNode } from 'react';

/** One of the parts of the page from top to bottom: its heading stays in view beside it on a wide screen. */
export function Part({
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
    <section aria-labelledby={id} className="pub-part">
      <div className="pub-part-head">
        <h2 id={id} className="text-2xl">
          {title}
        </h2>
        {about && <p className="mt-2 text-sm text-soft">{about}</p>}
      </div>
      <div className="min-w-0">{children}</div>
    </section>
  );
}

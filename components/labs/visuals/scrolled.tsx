import type { ReactNode } from 'react';

/** What may be wider than a phone: it scrolls by itself, with the arrow keys, too. */
export function Scrolled({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll what is inside
    <section className="lab-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

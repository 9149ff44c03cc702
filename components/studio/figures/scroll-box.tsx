import type { ReactNode } from 'react';

/** A table that may be wider than a phone scrolls by itself, so the keyboard must reach it. */
export function ScrollBox({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="figure-scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}

import type { ReactNode } from 'react';

type Props = { title: string; path: string; children: ReactNode };

/** What is being written, and the ways from here. */
export function EditorHead({ title, path, children }: Props) {
  return (
    <header className="ed-head">
      <div>
        <h1 tabIndex={-1}>{title}</h1>
        {path !== title && <p className="ed-path">{path}</p>}
      </div>
      <nav aria-label="This file" className="ed-head-links">
        {children}
      </nav>
    </header>
  );
}

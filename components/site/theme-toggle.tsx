'use client';

import type { Theme } from './theme';

/** The theme in force: the chosen one or, without a choice, the system's. */
function inForce(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Switches between light and dark. Without JavaScript the form does it, with one reload. */
export function ThemeToggle({ theme }: { theme: Theme | null }) {
  return (
    <form
      action="/api/theme"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const next = inForce() === 'dark' ? 'light' : 'dark';
        document.documentElement.dataset.theme = next;
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in some browsers
        document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
      }}
    >
      <input type="hidden" name="theme" value={theme === 'dark' ? 'light' : 'dark'} />
      <button
        type="submit"
        className="grid size-11 place-items-center rounded-md text-soft hover:text-accent"
      >
        <span className="visually-hidden">Switch between light and dark</span>
        <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
          <circle cx="10" cy="10" r="7.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M10 2.75a7.25 7.25 0 0 1 0 14.5z" fill="currentColor" />
        </svg>
      </button>
    </form>
  );
}

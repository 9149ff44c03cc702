'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { clockWords } from '@/rules/time/ago';

/**
 * Above every page while one looks at the pages of a student: whose they are, until when, and the way out,
 * which is a plain form. When the time is over, or it was stopped in another tab, the page shows that.
 */
export function ViewingBanner({ name, until }: { name: string; until: string }) {
  const router = useRouter();
  useEffect(() => {
    const again = () => router.refresh();
    const timer = setTimeout(again, Math.max(0, new Date(until).getTime() - Date.now()) + 1_000);
    window.addEventListener('focus', again);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', again);
    };
  }, [router, until]);
  return (
    <aside
      aria-label="Whose pages these are"
      className="viewing-banner sticky top-0 z-40 h-(--banner) border-b-2 border-bad bg-bad-soft"
    >
      <form
        method="post"
        action="/api/stop-viewing"
        className="mx-auto flex h-full max-w-[90rem] items-center gap-4 px-4 text-[0.95rem] sm:px-6"
      >
        <p className="line-clamp-3 min-w-0 flex-1 break-words">
          You see the pages of <strong className="font-semibold">{name}</strong>, until{' '}
          <time dateTime={until}>{clockWords(new Date(until))}</time>. Nothing can be changed.
        </p>
        <button
          type="submit"
          className="inline-flex min-h-11 items-center rounded-md border border-bad bg-raised px-4 font-semibold text-bad hover:bg-paper"
        >
          Stop
        </button>
      </form>
    </aside>
  );
}

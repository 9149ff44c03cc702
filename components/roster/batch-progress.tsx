'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';

/** How far a batch is. The page looks again by itself until it has ended; without JavaScript, by a link. */
export function BatchProgress({ done, total, href }: { done: number; total: number; href: string }) {
  const router = useRouter();
  const [looking, startLooking] = useTransition();
  // The next look is a second after the last one was answered, also when nothing had moved meanwhile.
  useEffect(() => {
    if (looking) return;
    const timer = setTimeout(() => startLooking(() => router.refresh()), 1_000);
    return () => clearTimeout(timer);
  }, [router, looking]);
  return (
    <div className="max-w-xl">
      <label className="block">
        <span className="mb-1 block font-semibold">
          {done} of {total} done
        </span>
        <progress value={done} max={Math.max(1, total)} className="h-3 w-full accent-accent" />
      </label>
      <noscript>
        <a href={href} className="inline-flex min-h-11 items-center">
          Look again
        </a>
      </noscript>
    </div>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** How far a batch is. The page looks again by itself until it has ended; without JavaScript, by a link. */
export function BatchProgress({ done, total, href }: { done: number; total: number; href: string }) {
  const router = useRouter();
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server asks for the next look
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), 1_000);
    return () => clearTimeout(timer);
  }, [router, done, total]);
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

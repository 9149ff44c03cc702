'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Says that lessons are still being checked, and looks again until they are. */
export function Checking({ pending, href }: { pending: number; href: string }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), 2_500);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <p role="status" className="mb-6 text-sm text-soft">
      {pending === 1 ? '1 lesson is' : `${pending} lessons are`} still being checked for problems.{' '}
      <Link href={href} prefetch={false}>
        Look again
      </Link>
    </p>
  );
}

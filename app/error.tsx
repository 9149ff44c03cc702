'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';

export default function ErrorPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('h1')?.focus(), []);
  return (
    <div ref={box}>
      <Page width="text">
        <PageTitle lead="Everything that was confirmed to you is safe. Try again; if it goes on, tell whoever runs this site the number below.">
          Something went wrong on our side
        </PageTitle>
        <Button type="button" onClick={retry}>
          Try again
        </Button>
        {error.digest && <p className="mt-6 text-sm text-soft">Error {error.digest}</p>}
      </Page>
    </div>
  );
}

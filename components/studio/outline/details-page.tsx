import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';

/** The page around the details of a lesson or module: the way back, the title, the way to the text. */
export function DetailsPage({
  title,
  place,
  back,
  text,
  textLabel,
  readable,
  children,
}: {
  title: string;
  /** Where it stands, in words. */
  place: string;
  back: string;
  text: string;
  textLabel: string;
  /** Whether the fields can be read, and so be set. */
  readable: boolean;
  children: ReactNode;
}) {
  return (
    <Page width="text">
      <nav aria-label="Way back" className="mb-3 flex flex-wrap justify-between gap-x-6">
        <Link
          href={back}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
        >
          ← Outline
        </Link>
        <Link
          href={text}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
        >
          {textLabel} →
        </Link>
      </nav>
      <PageTitle lead={place}>{title}</PageTitle>
      {readable ? (
        children
      ) : (
        <Notice tone="bad" title="The fields at the top of this file have a mistake">
          <p>
            Nothing can be set in them until it is put right in the text.{' '}
            <Link href={text} prefetch={false}>
              Open the text
            </Link>
          </p>
        </Notice>
      )}
    </Page>
  );
}

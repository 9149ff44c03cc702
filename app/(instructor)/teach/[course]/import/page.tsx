import type { Metadata } from 'next';
import Link from 'next/link';
import { RefusedNotice } from '@/components/studio/exchange/refused-notice';
import { UploadForm } from '@/components/studio/exchange/upload-form';
import { WaitingImports } from '@/components/studio/exchange/waiting-imports';
import { WhatIsTaken } from '@/components/studio/exchange/what-is-taken';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { listImports } from '@/features/authoring/exchange/list-imports';
import { isImportRefusal } from '@/rules/authoring/course-paths-refusals';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Import and export' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ExchangePage({ params, searchParams }: Props) {
  const { course } = await params;
  const { refused, file, applied } = await searchParams;
  const { slug, imports } = await call(listImports, { course });
  const base = `/teach/${slug}/import`;
  const former = imports.find(({ id, way }) => id === applied && way === 'former');
  return (
    <Page>
      <PageTitle lead="A course is a set of files. Take them with you, work on them elsewhere, and bring them back.">
        Import and export
      </PageTitle>
      <div className="exchange-columns">
        <div className="grid content-start gap-10">
          {applied === 'none' && (
            <Notice>
              <p>The draft is the same already: nothing was changed.</p>
            </Notice>
          )}
          {former && (
            <Notice tone="good" title="The draft has changed">
              <p>
                As it was before, it is kept for a day.{' '}
                <Link href={`${base}/${former.id}`} prefetch={false}>
                  Compare it, and bring it back
                </Link>
              </p>
            </Notice>
          )}
          <section aria-labelledby="export">
            <h2 id="export" className="text-xl">
              Export
            </h2>
            <p className="mt-1 mb-4 text-soft">
              The draft as a zip archive: the same Markdown, YAML and media that the platform keeps. The same
              content gives the same archive, byte for byte. Every edition has its own under Editions.
            </p>
            {/* A download and not a page: the router must not fetch it. */}
            <a href={`/api/teach/${slug}/export`} download className={buttonClass('secondary')}>
              Download the draft
            </a>
          </section>
          <section aria-labelledby="import">
            <h2 id="import" className="text-xl">
              Import
            </h2>
            <p className="mt-1 mb-4 text-soft">
              A course of this platform replaces the draft. Markdown of another system is added to it as new
              modules. You see what would change before anything does, and learners see nothing of it until
              you publish.
            </p>
            <div className="grid gap-6">
              {isImportRefusal(refused) && (
                <RefusedNotice code={refused} file={typeof file === 'string' ? file.slice(0, 200) : null} />
              )}
              <UploadForm action={`/api/teach/import?course=${slug}`} />
            </div>
          </section>
          {imports.length > 0 && (
            <section aria-labelledby="waiting">
              <h2 id="waiting" className="text-xl">
                Kept for a day
              </h2>
              <WaitingImports imports={imports} base={base} />
            </section>
          )}
        </div>
        <section aria-labelledby="taken">
          <h2 id="taken" className="mb-3 text-xl">
            What is taken
          </h2>
          <WhatIsTaken />
        </section>
      </div>
    </Page>
  );
}

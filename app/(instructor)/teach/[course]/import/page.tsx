import type { Metadata } from 'next';
import Link from 'next/link';
import { RefusedNotice } from '@/components/studio/exchange/refused-notice';
import { UploadForm } from '@/components/studio/exchange/upload-form';
import { WaitingImports } from '@/components/studio/exchange/waiting-imports';
import { WhatIsTaken } from '@/components/studio/exchange/what-is-taken';
import { buttonClass } from '@/components/ui/button-class';
import { Notice } from '@/components/ui/notice';
import { UploadPart, UploadRoom } from '@/components/ui/upload-room';
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
    <UploadRoom
      title="Import and export"
      lead="A course is a set of files. Take them with you, work on them elsewhere, and bring them back."
      taken={{ id: 'taken', title: 'What is taken', content: <WhatIsTaken /> }}
    >
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
      <UploadPart id="export" title="Export">
        <p className="mb-4 text-soft">
          The draft as a zip archive: the same Markdown, YAML and media that the platform keeps. The same
          content gives the same archive, byte for byte. Every edition has its own under Editions.
        </p>
        {/* A download and not a page: the router must not fetch it. */}
        <a href={`/api/teach/${slug}/export`} download className={buttonClass('secondary')}>
          Download the draft
        </a>
      </UploadPart>
      <UploadPart id="import" title="Import">
        <p className="mb-4 text-soft">
          A course of this platform replaces the draft. Markdown of another system is added to it as new
          modules. You see what would change before anything does, and learners see nothing of it until you
          publish.
        </p>
        <div className="grid gap-6">
          {isImportRefusal(refused) && (
            <RefusedNotice code={refused} file={typeof file === 'string' ? file.slice(0, 200) : null} />
          )}
          <UploadForm action={`/api/teach/import?course=${slug}`} />
        </div>
      </UploadPart>
      {imports.length > 0 && (
        <UploadPart id="waiting" title="Kept for a day">
          <WaitingImports imports={imports} base={base} />
        </UploadPart>
      )}
    </UploadRoom>
  );
}

import type { Metadata } from 'next';
import { RefusedNotice } from '@/components/studio/exchange/refused-notice';
import { UploadForm } from '@/components/studio/exchange/upload-form';
import { WaitingImports } from '@/components/studio/exchange/waiting-imports';
import { BackToImport, WhatIsTaken } from '@/components/studio/exchange/what-is-taken';
import { UploadPart, UploadRoom } from '@/components/ui/upload-room';
import { listNewCourses } from '@/features/authoring/exchange/list-new-courses';
import { isImportRefusal } from '@/rules/authoring/course-paths-refusals';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Import a course' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ImportCoursePage({ searchParams }: Props) {
  const { refused, file } = await searchParams;
  const { imports } = await call(listNewCourses, {});
  return (
    <UploadRoom
      back={<BackToImport href="/teach" label="Teach" />}
      title="Import a course"
      lead="Bring a course that was written elsewhere. First you see, file by file, what would come of it; there is no course until you say so."
      taken={{ id: 'taken', title: 'What is taken', content: <WhatIsTaken /> }}
    >
      {isImportRefusal(refused) && (
        <RefusedNotice code={refused} file={typeof file === 'string' ? file.slice(0, 200) : null} />
      )}
      <UploadForm action="/api/teach/import" />
      {imports.length > 0 && (
        <UploadPart id="waiting" title="Waiting for you">
          <p className="text-sm text-soft">What you uploaded waits for a day.</p>
          <WaitingImports imports={imports} base="/teach/import" />
        </UploadPart>
      )}
    </UploadRoom>
  );
}

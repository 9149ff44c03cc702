import type { Metadata } from 'next';
import { ListRefusedNotice } from '@/components/roster/list-refused-notice';
import { PasteListForm } from '@/components/roster/paste-list-form';
import { RosterList } from '@/components/roster/roster-list';
import { UploadListForm } from '@/components/roster/upload-list-form';
import { WhatListsAre } from '@/components/roster/what-lists-are';
import { UploadPart, UploadRoom } from '@/components/ui/upload-room';
import { listRosters } from '@/features/enrollment/lists/list-rosters';
import { call } from '@/server/call';
import { pasteListAction } from './actions';

export const metadata: Metadata = { title: 'Lists of people' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ImportPeoplePage({ params, searchParams }: Props) {
  const { course } = await params;
  const { refused, line } = await searchParams;
  const { slug, cohorts, sources, rosters } = await call(listRosters, { course });
  return (
    <UploadRoom
      title="Lists of people"
      lead="Hand in a list, see what it would do with each person, then decide. Until you commit it, nobody is enrolled and nobody gets mail."
      taken={{ id: 'columns', title: 'Columns', content: <WhatListsAre /> }}
    >
      <ListRefusedNotice code={refused} line={line} />
      <UploadPart id="upload" title="Upload a file">
        <UploadListForm course={slug} cohorts={cohorts} sources={sources} />
      </UploadPart>
      <UploadPart id="paste" title="Paste a list">
        <PasteListForm course={slug} cohorts={cohorts} sources={sources} action={pasteListAction} />
      </UploadPart>
      {rosters.length > 0 && (
        <UploadPart id="lists" title="Lists of this course">
          <RosterList course={slug} rosters={rosters} />
        </UploadPart>
      )}
    </UploadRoom>
  );
}

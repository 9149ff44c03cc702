import type { Metadata } from 'next';
import { ListRefusedNotice } from '@/components/roster/list-refused-notice';
import { PasteListForm } from '@/components/roster/paste-list-form';
import { RosterList } from '@/components/roster/roster-list';
import { UploadListForm } from '@/components/roster/upload-list-form';
import { WhatListsAre } from '@/components/roster/what-lists-are';
import { Page, PageTitle } from '@/components/ui/page';
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
    <Page>
      <PageTitle lead="Hand in a list, see what it would do with each person, then decide. Until you commit it, nobody is enrolled and nobody gets mail.">
        Lists of people
      </PageTitle>
      <div className="exchange-columns">
        <div className="grid content-start gap-10">
          <ListRefusedNotice code={refused} line={line} />
          <section aria-labelledby="upload">
            <h2 id="upload" className="mb-4 text-xl">
              Upload a file
            </h2>
            <UploadListForm course={slug} cohorts={cohorts} sources={sources} />
          </section>
          <section aria-labelledby="paste">
            <h2 id="paste" className="mb-4 text-xl">
              Paste a list
            </h2>
            <PasteListForm course={slug} cohorts={cohorts} sources={sources} action={pasteListAction} />
          </section>
          {rosters.length > 0 && (
            <section aria-labelledby="lists">
              <h2 id="lists" className="mb-2 text-xl">
                Lists of this course
              </h2>
              <RosterList course={slug} rosters={rosters} />
            </section>
          )}
        </div>
        <WhatListsAre />
      </div>
    </Page>
  );
}

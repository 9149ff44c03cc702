import type { Metadata } from 'next';
import { BackLink } from '@/components/studio/sources/back-link';
import { BulkBar } from '@/components/studio/sources/bulk-bar';
import { DocumentHead } from '@/components/studio/sources/document-head';
import { DocumentTurn } from '@/components/studio/sources/document-turn';
import { PassageCard } from '@/components/studio/sources/passage-card';
import { RemovedNote } from '@/components/studio/sources/removed-note';
import { Suggestions } from '@/components/studio/sources/suggestions';
import { UnreadableDocument } from '@/components/studio/sources/unreadable-document';
import { Workbench } from '@/components/studio/sources/workbench';
import { Empty, Page } from '@/components/ui/page';
import { getDocument } from '@/features/authoring/sources/get-document';
import { call } from '@/server/call';
import { correctPassageAction, passageDeedAction } from './actions';

export const metadata: Metadata = { title: 'A source document' };

type Props = {
  params: Promise<{ course: string; document: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function DocumentPage({ params, searchParams }: Props) {
  const { course, document } = await params;
  const query = await searchParams;
  const show = query.show === 'unchecked' ? 'unchecked' : 'all';
  const page = typeof query.page === 'string' && /^[1-9]\d{0,3}$/.test(query.page) ? Number(query.page) : 1;
  const screen = await call(getDocument, { course, document, show, page });
  const back = <BackLink href={`/teach/${course}/sources`}>Sources</BackLink>;
  if (!('counts' in screen))
    return (
      <Page>
        {back}
        <UnreadableDocument course={course} fileId={screen.fileId} path={screen.path} />
      </Page>
    );
  return (
    <Page>
      {back}
      <DocumentHead course={course} screen={screen} />
      <Workbench action={passageDeedAction} course={course} document={document}>
        <Suggestions speakers={screen.speakers} themes={screen.themes} />
        {screen.passages.length === 0 && (
          <Empty title={show === 'all' ? 'Nothing is left of this text' : 'Every passage has been checked'}>
            {show === 'all'
              ? 'All of it was taken out. What stands below can be put back.'
              : 'Nothing here is only proposed any more.'}
          </Empty>
        )}
        <ol className="source-passages">
          {screen.passages.map((passage) => (
            <li key={passage.id}>
              {show === 'all' &&
                passage.removed.map((entry) => (
                  <RemovedNote key={entry.version + entry.index} entry={entry} mayEdit={screen.mayEdit} />
                ))}
              <PassageCard
                passage={passage}
                language={screen.document.language}
                paraphraseOnly={screen.document.paraphraseOnly === true}
                course={course}
                document={document}
                mayEdit={screen.mayEdit}
                action={correctPassageAction}
              />
            </li>
          ))}
        </ol>
        {show === 'all' &&
          screen.removedAtEnd.map((entry) => (
            <RemovedNote key={entry.version + entry.index} entry={entry} mayEdit={screen.mayEdit} />
          ))}
        <DocumentTurn
          href={`/teach/${course}/sources/${document}`}
          show={show}
          page={screen.page}
          pages={screen.pages}
        />
        {screen.mayEdit && screen.passages.length > 0 && (
          <BulkBar frame={`/teach/${course}/sources/${document}/frame`} />
        )}
      </Workbench>
    </Page>
  );
}

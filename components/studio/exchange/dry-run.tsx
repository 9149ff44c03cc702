import type { ReactNode } from 'react';
import { Page, PageTitle } from '@/components/ui/page';
import type { ShownImport } from '@/features/authoring/exchange/show-import';
import { FileChanges } from './file-changes';
import { ImportCounts } from './import-counts';
import { NoteGroups } from './note-groups';
import { BackToImport } from './what-is-taken';

/** The page of a dry run: what would come of an import, the decision, then the report behind it. */
export function DryRun({
  shown,
  title,
  lead,
  back,
  children,
}: {
  shown: ShownImport;
  title: string;
  lead: string;
  back: { href: string; label: string };
  /** The decision: a form, or where to go on. */
  children: ReactNode;
}) {
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [`${number.toLocaleString('en')} ${number === 1 ? one : many}`];
  const holds = [
    ...count(shown.modules, 'module', 'modules'),
    ...count(shown.lessons, 'lesson', 'lessons'),
    ...count(shown.media, 'picture or other medium', 'pictures and other media'),
  ];
  return (
    <Page>
      <BackToImport {...back} />
      <PageTitle lead={lead}>{title}</PageTitle>
      <p className="-mt-4 mb-6 text-soft">
        {holds.length > 0 ? `The draft would have ${holds.join(', ')}.` : 'The draft would be empty.'}
      </p>
      <ImportCounts shown={shown} />
      <div className="my-8">{children}</div>
      <div className="exchange-report">
        <NoteGroups groups={shown.groups.filter(({ group }) => group !== 'kept')} />
        <FileChanges changes={shown.changes} unchanged={shown.unchanged} />
        <NoteGroups groups={shown.groups.filter(({ group }) => group === 'kept')} />
      </div>
    </Page>
  );
}

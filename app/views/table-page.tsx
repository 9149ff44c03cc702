import type { ReactNode } from 'react';
import { BulkForm } from '@/components/roster/bulk-bar';
import { SavedViews } from '@/components/roster/saved-views';
import { TableHead } from '@/components/roster/table-head';
import { Turn } from '@/components/roster/turn';
import { Page, PageTitle } from '@/components/ui/page';
import { listViews } from '@/features/enrollment/views/list-views';
import { type Turns, viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';
import { deleteViewAction, renameViewAction, saveViewAction } from './actions';

type Props = {
  title: string;
  lead: string;
  path: string;
  /** The table that views are kept of. */
  room: string;
  /** The query of the address. */
  asked: URLSearchParams;
  filter: ReactNode;
  filtered: boolean;
  total: number;
  /** One of them, and several. */
  words: readonly [one: string, several: string];
  /** Where the export is; null for who may not take lists away. */
  exportPath: string | null;
  turns: Turns;
  /** Whether rows can be chosen, to do something with them. */
  mayChoose?: boolean;
  /** The rows; null when there are none. */
  table: ReactNode;
  empty: ReactNode;
};

const actions = { save: saveViewAction, rename: renameViewAction, remove: deleteViewAction };

/** The page of a table: its saved views, its filter, how many match, the rows or why there are none, and the pages. */
export async function TablePage({ title, lead, path, room, asked, filter, table, empty, ...of }: Props) {
  const { views } = await call(listViews, { room });
  const query = viewQuery(asked);
  const { total, words, filtered, exportPath, turns, mayChoose = false } = of;
  return (
    <Page>
      <PageTitle lead={lead}>{title}</PageTitle>
      <SavedViews
        path={path}
        room={room}
        query={query}
        views={views}
        editing={asked.get('edit') ?? ''}
        actions={actions}
      />
      {filter}
      <TableHead total={total} words={words} filtered={filtered} exportPath={exportPath} query={query} />
      {table === null ? (
        empty
      ) : mayChoose ? (
        <BulkForm action={`${path}/act`} query={query} total={total}>
          {table}
        </BulkForm>
      ) : (
        table
      )}
      <Turn path={path} turns={turns} />
    </Page>
  );
}

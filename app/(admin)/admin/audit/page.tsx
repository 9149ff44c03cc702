import type { Metadata } from 'next';
import { AuditFilter } from '@/components/audit/audit-filter';
import { ChainNote } from '@/components/audit/chain-note';
import { EntryList } from '@/components/audit/entry-list';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { searchAudit } from '@/features/audit/search-audit';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Audit' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** A day as a date field gives it; nothing for what is no day. */
const day = (value: string): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

export default async function AuditPage({ searchParams }: Props) {
  const all = await searchParams;
  const one = (name: string): string => {
    const value = all[name];
    return typeof value === 'string' ? value : '';
  };
  const [person, object, action] = [one('person'), one('object'), one('action')];
  const [from, to] = [day(one('from')), day(one('to'))];
  const before = /^[1-9]\d{0,14}$/.test(one('before')) ? Number(one('before')) : null;
  const found = await call(searchAudit, { person, object, action, from, to, before });
  const query = { person, object, action, from: from ?? '', to: to ?? '' };
  const hrefBefore = (id: number | null) =>
    `/admin/audit?${new URLSearchParams({ ...query, ...(id === null ? {} : { before: String(id) }) })}`;
  return (
    <Page>
      <PageTitle lead="Everything that was done, by whom, to what. Nothing in it can be changed.">
        Audit
      </PageTitle>
      <AuditFilter query={query} />
      {found.tooMany && (
        <div className="mb-6">
          <Notice>
            More than 20 people have this in their name. The first 20 are looked at: write more of it.
          </Notice>
        </div>
      )}
      {found.entries.length > 0 ? (
        <EntryList entries={found.entries} />
      ) : (
        <Empty
          title="Nothing was found"
          action={
            <ButtonLink look="secondary" href="/admin/audit">
              Show everything
            </ButtonLink>
          }
        >
          No entry of the log is of this kind.
        </Empty>
      )}
      <nav aria-label="Pages" className="mt-6 mb-8 flex flex-wrap justify-between gap-4">
        {before === null ? (
          <span />
        ) : (
          <ButtonLink look="secondary" href={hrefBefore(null)}>
            Newest
          </ButtonLink>
        )}
        {found.older !== null && (
          <ButtonLink look="secondary" href={hrefBefore(found.older)}>
            Older
          </ButtonLink>
        )}
      </nav>
      <ChainNote chain={found.chain} />
    </Page>
  );
}

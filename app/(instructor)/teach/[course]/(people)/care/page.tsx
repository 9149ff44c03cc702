import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ActBar } from '@/components/roster/care/act-bar';
import { CareFilter } from '@/components/roster/care/care-filter';
import { CareTable } from '@/components/roster/care/care-table';
import { LastReminders } from '@/components/roster/care/last-reminders';
import { SignLinks } from '@/components/roster/care/sign-links';
import { OwnCohorts } from '@/components/roster/own-cohorts';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { Pager } from '@/components/ui/pager';
import { getCare } from '@/features/enrollment/care/get-care';
import { careWords } from '@/rules/enrollment/care';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { type CareParams, careHref, careQuery } from './search-params';

export const metadata: Metadata = { title: 'Care' };

type Props = { params: Promise<{ course: string }>; searchParams: CareParams };

export default async function CarePage({ params, searchParams }: Props) {
  const { course } = await params;
  const raw = await searchParams;
  const query = careQuery(raw);
  const asked = typeof raw.page === 'string' && /^[1-9]\d{0,4}$/.test(raw.page) ? Number(raw.page) : 1;
  const care = await call(getCare, { course, ...query, page: asked });
  const [first] = care.own;
  // Whoever teaches a cohort begins with it. An address that says anything is taken at its word.
  if (first && Object.keys(raw).length === 0) redirect(careHref(course, { cohort: first.id }));
  const everybody = first ? 'any' : '';
  const narrowed = !['', 'any'].includes(query.cohort) || query.search !== '';
  return (
    <Page>
      <PageTitle lead="Who may want a word: look them over, then remind them or act for them. Nothing is done before you have seen to whom.">
        Care
      </PageTitle>
      {raw.nobody !== undefined && (
        <div className="mb-6">
          <Notice tone="bad">{refusals['nobody-chosen']}</Notice>
        </div>
      )}
      <SignLinks
        counts={care.counts}
        current={query.sign}
        hrefOf={(sign) => careHref(course, { ...query, sign })}
      />
      <p className="mb-6 max-w-prose text-soft">{careWords[query.sign].about(query.days)}</p>
      <OwnCohorts
        own={care.own}
        current={query.cohort}
        hrefOf={(cohort) => careHref(course, { ...query, cohort })}
      />
      <CareFilter action={`/teach/${course}/care`} query={query} cohorts={care.cohorts} />
      {care.people.length === 0 ? (
        <Empty
          title="Nobody is on this list"
          action={
            narrowed && (
              <ButtonLink
                look="secondary"
                href={careHref(course, { ...query, cohort: everybody, search: '' })}
              >
                Show the whole list
              </ButtonLink>
            )
          }
        >
          {narrowed ? 'Nobody of the list matches what you look for.' : 'That is good news.'}
        </Empty>
      ) : (
        <form action={`/teach/${course}/care/act`}>
          {Object.entries(query).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <CareTable people={care.people} sign={query.sign} now={new Date()} />
          <ActBar matching={care.matching} onPage={care.people.length} />
        </form>
      )}
      <Pager
        page={Math.min(asked, care.pages)}
        pages={care.pages}
        hrefOf={(page) => careHref(course, query, { page: String(page) })}
      />
      <LastReminders reminders={care.reminders} course={course} />
    </Page>
  );
}

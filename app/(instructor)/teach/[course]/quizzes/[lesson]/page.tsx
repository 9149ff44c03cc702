import type { Metadata } from 'next';
import { cache } from 'react';
import { tableQuery } from '@/app/table-query';
import { AttemptsFilterForm, isFiltered } from '@/components/roster/attempts/attempts-filter';
import { AttemptsTable } from '@/components/roster/attempts/attempts-table';
import { TableHead } from '@/components/roster/table-head';
import { Turn } from '@/components/roster/turn';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listAttempts } from '@/features/learning/oversight/list-attempts';
import { viewQuery } from '@/rules/tables/table-view';
import { call } from '@/server/call';

type Props = {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const load = cache((course: string, lesson: string, query: string) =>
  call(listAttempts, { course, lesson, query }),
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  const { quiz } = await load(course, lesson, (await tableQuery(searchParams)).toString());
  return { title: `Attempts: ${quiz.title}` };
}

export default async function AttemptsPage({ params, searchParams }: Props) {
  const { course, lesson } = await params;
  const asked = await tableQuery(searchParams);
  const { quiz, view, rows, total, turns } = await load(course, lesson, asked.toString());
  const path = `/teach/${course}/quizzes/${lesson}`;
  const filtered = isFiltered(view);
  return (
    <Page>
      <PageTitle lead="Every attempt at this quiz. The result has corrections in it, and what being late took.">
        {quiz.title}
      </PageTitle>
      <AttemptsFilterForm path={path} view={view} />
      <TableHead
        total={total}
        words={['attempt', 'attempts']}
        filtered={filtered}
        exportPath={null}
        query={viewQuery(asked)}
      />
      {rows.length > 0 ? (
        <AttemptsTable path={path} query={viewQuery(asked)} view={view} rows={rows} />
      ) : (
        <Empty
          title={filtered ? 'No attempt matches' : 'Nobody has taken it yet'}
          action={
            filtered && (
              <ButtonLink look="secondary" href={path}>
                Show all attempts
              </ButtonLink>
            )
          }
        >
          {filtered
            ? 'No attempt at this quiz is as the filter wants it.'
            : 'An attempt stands here from the moment it is begun.'}
        </Empty>
      )}
      <Turn path={path} turns={turns} />
    </Page>
  );
}

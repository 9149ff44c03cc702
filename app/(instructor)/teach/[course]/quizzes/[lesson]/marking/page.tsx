import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { DataTable } from '@/components/roster/data-table';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { Instant } from '@/components/ui/when';
import { listMarking } from '@/features/learning/marking/list-marking';
import { call } from '@/server/call';

type Props = {
  params: Promise<{ course: string; lesson: string }>;
  searchParams: Promise<{ did?: string | string[] }>;
};

const load = cache((course: string, lesson: string) => call(listMarking, { course, lesson }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { course, lesson } = await params;
  return { title: `To be marked: ${(await load(course, lesson)).quiz.title}` };
}

export default async function MarkingPage({ params, searchParams }: Props) {
  const { course, lesson } = await params;
  const { did } = await searchParams;
  const { quiz, rows, total, mayGrade } = await load(course, lesson);
  const room = `/teach/${course}/quizzes/${lesson}/marking`;
  const [first] = rows;
  return (
    <Page>
      <PageTitle lead="Written answers that no key can mark: what was promised first, then the longest waiting. An attempt has its result once all of it is marked.">
        {quiz.title}
      </PageTitle>
      {did === 'marked' && (
        <p role="status" className="grading-done">
          It is marked.
        </p>
      )}
      {first ? (
        <>
          <p className="mb-4 flex flex-wrap items-center gap-4">
            {mayGrade && <ButtonLink href={`${room}/${first.id}`}>Mark the first</ButtonLink>}
            <span>
              {total === 1 ? '1 answer waits' : `${total.toLocaleString('en')} answers wait`} to be marked
              {total > rows.length && `; the first ${rows.length} are shown`}.
            </span>
          </p>
          <DataTable
            caption="Answers that wait to be marked"
            columns={[
              { key: 'question', label: 'Question' },
              { key: 'learner', label: 'Learner' },
              { key: 'handed', label: 'Handed in' },
              { key: 'back', label: 'Promise' },
              { key: 'words', label: 'Words' },
            ]}
            rows={rows.map(({ id, question, learner, submittedAt, back, left, overdue, words }) => ({
              id,
              head: mayGrade ? (
                <Link href={`${room}/${id}`} prefetch={false} className="roster-person">
                  {question}
                </Link>
              ) : (
                question
              ),
              cells: {
                learner: learner ?? 'Without a name',
                handed: <Instant at={submittedAt} />,
                back: back ? (
                  <div>
                    <span className={overdue ? 'work-trouble' : undefined}>{left}</span>
                    <span className="work-hint block">Promised by {back}</span>
                  </div>
                ) : (
                  'Nothing promised'
                ),
                words: <span className="tabular-nums">{words.toLocaleString('en')}</span>,
              },
            }))}
          />
        </>
      ) : (
        <Empty title="Nothing waits to be marked">
          Written answers stand here from the moment an attempt is handed in.
        </Empty>
      )}
    </Page>
  );
}

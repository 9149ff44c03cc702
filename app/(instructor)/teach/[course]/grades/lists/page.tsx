import type { Metadata } from 'next';
import Link from 'next/link';
import { GradebookNav } from '@/components/grading/gradebook-nav';
import { ListForm } from '@/components/grading/list-form';
import { Field } from '@/components/ui/field';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { TextArea } from '@/components/ui/text-area';
import { Instant } from '@/components/ui/when';
import { listGradeLists } from '@/features/learning/gradebook/list-grade-lists';
import { call } from '@/server/call';
import { importGradesAction } from './actions';

export const metadata: Metadata = { title: 'Lists of grades' };

type Props = { params: Promise<{ course: string }> };

export default async function GradeListsPage({ params }: Props) {
  const { course } = await params;
  const { lists, contacts } = await call(listGradeLists, { course });
  return (
    <Page width="text">
      <PageTitle lead="Grades of many at once: take the gradebook away as a file, fill it in, and bring it back.">
        Lists of grades
      </PageTitle>
      <GradebookNav course={course} here="grades/lists" mayGrade />
      <div className="grid gap-12">
        <section aria-labelledby="new-list">
          <h2 id="new-list" className="mb-4 text-2xl">
            Take in a list
          </h2>
          <ListForm action={importGradesAction}>
            <input type="hidden" name="course" value={course} />
            <div className="grid gap-5">
              <Field
                name="file"
                type="file"
                label="A CSV file"
                hint="At most 2 MB. UTF-8, UTF-16 or GB18030; commas, semicolons or tabs."
                accept=".csv,.tsv,.txt,text/csv"
              />
              <TextArea
                name="text"
                label="Or the list itself"
                hint={`The first line names the columns as the export does: one says who it is${contacts ? ' (Enrollment, E-mail or External id)' : ' (Enrollment)'}, the others are items. Grades are in percent; an empty cell changes nothing.`}
                rows={8}
                spellCheck={false}
                style={{ fontFamily: 'var(--font-mono, monospace)', fontSize: '0.9rem' }}
              />
              <TextArea
                name="reason"
                label="Reason"
                hint="Needed where grades of quizzes are set. Learners read it with each grade."
                rows={2}
                maxLength={2000}
              />
            </div>
          </ListForm>
        </section>
        <section aria-labelledby="lists">
          <h2 id="lists" className="mb-4 text-2xl">
            Lists that were taken in
          </h2>
          {lists.length === 0 ? (
            <Empty title="No list yet">Each list stands here, and can be taken back as a whole.</Empty>
          ) : (
            <ul className="divide-y divide-rule border-y border-rule">
              {lists.map(({ id, at, by, reason, grades }) => (
                <li key={id} className="py-3">
                  <Link
                    href={`/teach/${course}/grades/lists/${id}`}
                    prefetch={false}
                    className="inline-flex min-h-11 items-center font-semibold"
                  >
                    {grades === 1 ? '1 grade' : `${grades.toLocaleString('en')} grades`},{' '}
                    <Instant at={new Date(at)} />
                  </Link>
                  <p className="text-sm break-words text-soft">
                    {by}
                    {reason && `: ${reason}`}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
    </Page>
  );
}

import type { Metadata } from 'next';
import Link from 'next/link';
import { Accommodations } from '@/components/roster/accommodations';
import { ChangeFields } from '@/components/roster/change-fields';
import { ChosenActions } from '@/components/roster/chosen-actions';
import { EnrollmentFacts, EnrollmentHistory } from '@/components/roster/enrollment-facts';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Page, PageTitle } from '@/components/ui/page';
import { TextArea } from '@/components/ui/text-area';
import { listAccommodations } from '@/features/enrollment/accommodations/list-accommodations';
import { getEnrollment } from '@/features/enrollment/roster/get-enrollment';
import { actionDone } from '@/rules/enrollment/enrollment-moves';
import { staffActions } from '@/rules/enrollment/roster-actions';
import { oneOfThese } from '@/rules/tables/table-view';
import { call } from '@/server/call';
import { changeEnrollmentAction, removeAccommodationAction, setAccommodationAction } from './actions';

export const metadata: Metadata = { title: 'An enrollment' };

type Props = {
  params: Promise<{ course: string; enrollment: string }>;
  searchParams: Promise<{ do?: string | string[]; did?: string | string[]; agree?: string | string[] }>;
};

export default async function EnrollmentPage({ params, searchParams }: Props) {
  const { course, enrollment: id } = await params;
  const { do: asked, did, agree } = await searchParams;
  const enrollment = await call(getEnrollment, { course, enrollment: id });
  const agreed = enrollment.actions && (await call(listAccommodations, { course, enrollment: id }));
  const here = `/teach/${course}/roster/${id}`;
  const done = oneOfThese(staffActions, String(did ?? ''));
  const offered = enrollment.actions?.find(({ action, otherwise }) => action === asked && otherwise === null);
  return (
    <Page width="text">
      <Link href={`/teach/${course}/roster`} prefetch={false} className="roster-back">
        ← Roster
      </Link>
      <PageTitle lead={enrollment.email && <span className="break-all">{enrollment.email}</span>}>
        {enrollment.name}
      </PageTitle>
      <div className="grid gap-10">
        {done && <Notice tone="good">{actionDone(done)}.</Notice>}
        <EnrollmentFacts enrollment={enrollment} now={new Date()} />
        {enrollment.actions && (
          <section aria-labelledby="actions" className="grid gap-5">
            <h2 id="actions" className="text-2xl">
              What can be done
            </h2>
            <ChosenActions
              action={here}
              fields={[]}
              actions={enrollment.actions}
              open={offered?.action ?? null}
              counted={false}
            />
            {offered && (
              <Form
                key={`${offered.action} ${enrollment.version}`}
                action={changeEnrollmentAction}
                submitLabel={offered.label}
                pendingLabel="One moment …"
                look={offered.action === 'remove' ? 'danger' : 'primary'}
                className="roster-one grid gap-5"
              >
                <input type="hidden" name="course" value={course} />
                <input type="hidden" name="enrollment" value={id} />
                <input type="hidden" name="action" value={offered.action} />
                <input type="hidden" name="version" value={enrollment.version} />
                <h3 className="text-xl">
                  {offered.label}: {enrollment.name}
                </h3>
                <ChangeFields
                  offered={offered}
                  cohorts={enrollment.cohorts}
                  values={{ to: '', ending: '', date: '', days: '' }}
                />
                {offered.reason !== 'none' && (
                  <TextArea
                    name="reason"
                    label={offered.reason === 'required' ? 'Reason' : 'Reason, if you want to give one'}
                    hint="The learner will read it, and it stays in the history."
                    maxLength={2000}
                  />
                )}
              </Form>
            )}
          </section>
        )}
        {agreed && (
          <Accommodations
            agreed={agreed}
            course={course}
            enrollment={id}
            here={here}
            open={typeof agree === 'string' ? agree : null}
            set={setAccommodationAction}
            remove={removeAccommodationAction}
          />
        )}
        <section aria-labelledby="history">
          <h2 id="history" className="mb-4 text-2xl">
            History
          </h2>
          <EnrollmentHistory events={enrollment.history} course={course} />
        </section>
      </div>
    </Page>
  );
}

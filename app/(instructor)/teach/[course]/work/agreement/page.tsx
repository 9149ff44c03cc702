import type { Metadata } from 'next';
import Link from 'next/link';
import { AgreementTable, StrictnessTable } from '@/components/grading/agreement-table';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { type AgreementScreen, getAgreement } from '@/features/learning/work/get-agreement';
import { oneGrader } from '@/rules/work/moderation-words';
import { call } from '@/server/call';
import { nameModeratorAction } from '../actions';

export const metadata: Metadata = { title: 'Agreement of graders' };

type Props = { params: Promise<{ course: string }> };

export default async function AgreementPage({ params }: Props) {
  const screen = await call(getAgreement, { course: (await params).course });
  const { slug, lessons, strictness, graders } = screen;
  return (
    <Page>
      <p className="attempt-way">
        <Link href={`/teach/${slug}/work`} prefetch={false}>
          ← Written work
        </Link>
      </p>
      <PageTitle lead="Where two people graded the same work without each other: how far they agree, and what to talk about when they do not.">
        Agreement of graders
      </PageTitle>
      <div className="agreement">
        {graders.length < 2 && <Notice>{oneGrader}</Notice>}
        {lessons.length === 0 ? (
          <Empty title="No work was graded by two yet">
            Written work with “moderation” among its rules is graded by two in part. What they gave is
            compared here.
          </Empty>
        ) : (
          <>
            {lessons.map((lesson) => (
              <AgreementTable key={lesson.id} lesson={lesson} />
            ))}
            <p className="work-hint">
              Kappa is the agreement beyond chance: 1 is complete, 0 is what chance would give. A difference
              weighs by its square, in points.
            </p>
            <StrictnessTable rows={strictness} />
          </>
        )}
        <Deciders screen={screen} />
      </div>
    </Page>
  );
}

/** Who decides where two are apart; owners name graders for it. */
function Deciders({ screen: { slug, graders, mayName } }: { screen: AgreementScreen }) {
  return (
    <section aria-labelledby="deciders">
      <h2 id="deciders">Who decides where two are apart</h2>
      <p className="work-hint">
        Somebody who graded neither: an owner of the course, or a grader who is named for it.
      </p>
      <ul className="work-queue">
        {graders.map(({ id, name, role, moderates }) => (
          <li key={id}>
            <div>
              <p className="work-queue-title">{name}</p>
              <p className="work-hint">
                {role === 'owner' ? 'Owner: decides' : moderates ? 'Grader: decides' : 'Grader'}
              </p>
            </div>
            {mayName && role === 'grader' && (
              <Form
                action={nameModeratorAction}
                submitLabel={moderates ? `${name} decides no more` : `Let ${name} decide`}
                pendingLabel="Saving …"
                look="secondary"
              >
                <input type="hidden" name="course" value={slug} />
                <input type="hidden" name="grader" value={id} />
                <input type="hidden" name="moderates" value={moderates ? 'no' : 'yes'} />
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

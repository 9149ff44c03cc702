import type { Metadata } from 'next';
import { Section } from '@/components/account/section';
import { CohortInstructors } from '@/components/roster/cohort-instructors';
import { runDates, runWords } from '@/components/roster/cohort-table';
import { CopyLine } from '@/components/roster/copy-line';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { type Cohort, getCohort } from '@/features/enrollment/cohorts/get-cohort';
import { call, siteAddress } from '@/server/call';
import {
  addCohortInstructorAction,
  archiveCohortAction,
  removeCohortInstructorAction,
  restoreCohortAction,
} from '../actions';
import { BackToCohorts } from '../back-to-cohorts';

export const metadata: Metadata = { title: 'Cohort' };

type Props = { params: Promise<{ course: string; cohort: string }> };

export default async function CohortPage({ params }: Props) {
  const cohort = await call(getCohort, await params);
  const { slug, id, name, form } = cohort;
  const link = new URL(`/courses/${slug}`, siteAddress());
  link.searchParams.set('cohort', id);
  if (form?.policy === 'key') link.searchParams.set('key', form.key);
  const facts = [
    ['State', runWords[cohort.state]],
    ['Time', runDates(cohort)],
    ['Time zone', cohort.zone],
    [
      'Seats',
      cohort.seats === null
        ? `${cohort.seatsTaken} taken, no limit`
        : `${cohort.seatsTaken} of ${cohort.seats} taken`,
    ],
    ['Waiting', String(cohort.waiting)],
    ['Edition', cohort.edition === null ? 'The current one' : `Edition ${cohort.edition}`],
  ];
  return (
    <Page>
      <BackToCohorts course={slug} />
      <PageTitle>{name}</PageTitle>
      <div className="mb-10 flex flex-wrap gap-3">
        <ButtonLink href={`/teach/${slug}/roster?cohort=${id}`}>Its people</ButtonLink>
        {cohort.mayManageRoster && !cohort.archived && (
          <ButtonLink look="secondary" href={`/teach/${slug}/invite?cohort=${id}`}>
            Invite somebody
          </ButtonLink>
        )}
        {cohort.mayManage && (
          <ButtonLink look="secondary" href={`/teach/${slug}/cohorts/${id}/edit`}>
            Change the cohort
          </ButtonLink>
        )}
      </div>
      <Section id="facts" title="The cohort">
        <dl className="course-facts">
          {facts.map(([term, fact]) => (
            <div key={term} className="contents">
              <dt>{term}</dt>
              <dd>{fact}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="told" title="Ways in" about="What learners read.">
        <ul className="grid list-disc gap-1 pl-5">
          {cohort.told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {form && form.policy !== 'closed' && (
          <div className="mt-5">
            <CopyLine
              label={form.policy === 'key' ? 'A link that carries the key' : 'A link to this cohort'}
              text={link.href}
            />
          </div>
        )}
      </Section>
      <Section
        id="instructors"
        title="Instructors"
        about="Who of the people of the course looks after this cohort."
      >
        <CohortInstructors cohort={cohort} remove={removeCohortInstructorAction} />
        {cohort.mayManage && <AddInstructor cohort={cohort} />}
      </Section>
      {cohort.mayManage && <Future cohort={cohort} />}
    </Page>
  );
}

function Place({ slug, id }: Pick<Cohort, 'slug' | 'id'>) {
  return (
    <>
      <input type="hidden" name="course" value={slug} />
      <input type="hidden" name="cohort" value={id} />
    </>
  );
}

function AddInstructor({ cohort }: { cohort: Cohort }) {
  const { slug, id, candidates } = cohort;
  if (candidates.length === 0)
    return (
      <p className="mt-5 text-sm text-soft">
        Everybody who works on the course teaches it. Others are added under{' '}
        <a href={`/teach/${slug}/settings#people`}>Settings</a> first, for example as graders.
      </p>
    );
  return (
    <div className="mt-8">
      <h3 className="mb-3 text-lg">Add somebody</h3>
      <Form
        action={addCohortInstructorAction}
        submitLabel="Add to the cohort"
        pendingLabel="Adding …"
        doneMessage="Added. They are told by mail."
        look="secondary"
        className="grid gap-5 [&>button]:justify-self-start"
      >
        <Place slug={slug} id={id} />
        <SelectField
          name="person"
          label="Who teaches it"
          hint="Of the people who work on the course. Others are added under Settings first."
          options={candidates.map(({ userId, name }) => ({ value: userId, label: name }))}
        />
      </Form>
    </div>
  );
}

function Future({ cohort }: { cohort: Cohort }) {
  return (
    <Section
      id="future"
      title={cohort.archived ? 'Archived' : 'Archive'}
      about="An archived cohort takes nobody new. Who is in it goes on learning."
    >
      <Form
        action={cohort.archived ? restoreCohortAction : archiveCohortAction}
        submitLabel={cohort.archived ? 'Take it out of the archive' : 'Archive the cohort'}
        pendingLabel="One moment …"
        look={cohort.archived ? 'secondary' : 'danger'}
        className="grid justify-items-start gap-4"
      >
        <Place slug={cohort.slug} id={cohort.id} />
      </Form>
    </Section>
  );
}

import { randomBytes } from 'node:crypto';
import type { Metadata } from 'next';
import { CohortFields } from '@/components/roster/cohort-fields';
import { TermsFields } from '@/components/roster/terms-fields';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getNewCohort } from '@/features/enrollment/cohorts/get-new-cohort';
import { keyBytes, keyOfBytes } from '@/rules/enrollment/enrollment-key';
import type { TermsForm } from '@/rules/enrollment/enrollment-settings';
import { call } from '@/server/call';
import { zones } from '../../../../zones';
import { createCohortAction } from '../actions';
import { BackToCohorts } from '../back-to-cohorts';

export const metadata: Metadata = { title: 'New cohort' };

/** People are put into a new cohort until its ways in are opened on purpose. */
const blank: TermsForm = {
  policy: 'closed',
  key: '',
  domains: '',
  opens: '',
  closes: '',
  starts: '',
  ends: '',
  lengthDays: '',
  seats: '',
  waitlist: 'yes',
  offerHours: '48',
};

export default async function NewCohortPage({ params }: { params: Promise<{ course: string }> }) {
  const { slug, zone, editions } = await call(getNewCohort, { course: (await params).course });
  return (
    <Page>
      <BackToCohorts course={slug} />
      <PageTitle lead="A run of the course with dates, seats and ways in of its own.">New cohort</PageTitle>
      <Form
        action={createCohortAction}
        submitLabel="Make the cohort"
        pendingLabel="Making it …"
        className="grid max-w-xl gap-8 [&>button]:justify-self-start"
      >
        <input type="hidden" name="course" value={slug} />
        <CohortFields values={{ name: '', zone, edition: '' }} zones={zones()} editions={editions} />
        <TermsFields
          values={blank}
          zone="the zone above"
          ofCourse
          suggestedKey={keyOfBytes(randomBytes(keyBytes))}
        />
      </Form>
    </Page>
  );
}

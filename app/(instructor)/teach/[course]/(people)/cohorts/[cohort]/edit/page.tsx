import { randomBytes } from 'node:crypto';
import type { Metadata } from 'next';
import { CohortFields } from '@/components/roster/cohort-fields';
import { StoredNow } from '@/components/roster/stored-now';
import { TermsFields } from '@/components/roster/terms-fields';
import { cohortLabels } from '@/components/roster/terms-labels';
import { Told } from '@/components/roster/told';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getCohort } from '@/features/enrollment/cohorts/get-cohort';
import { keyBytes, keyOfBytes } from '@/rules/enrollment/enrollment-key';
import { call, missing } from '@/server/call';
import { zones } from '../../../../../zones';
import { saveCohortAction } from '../../actions';
import { BackToCohorts } from '../../back-to-cohorts';

export const metadata: Metadata = { title: 'Change a cohort' };

type Props = { params: Promise<{ course: string; cohort: string }> };

export default async function EditCohortPage({ params }: Props) {
  const cohort = await call(getCohort, await params);
  const { slug, id, name, zone, edition, form } = cohort;
  if (!form) missing();
  return (
    <Page>
      <BackToCohorts course={slug} to={`cohorts/${id}`} label={name} />
      <PageTitle>Change the cohort</PageTitle>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
        <Form
          action={saveCohortAction}
          submitLabel="Save the cohort"
          pendingLabel="Saving …"
          className="grid gap-8 [&>button]:justify-self-start"
        >
          <input type="hidden" name="course" value={slug} />
          <input type="hidden" name="cohort" value={id} />
          <StoredNow version={cohort.version} labels={cohortLabels} />
          <CohortFields
            values={{ name, zone, edition: edition === null ? '' : String(edition) }}
            zones={zones()}
            editions={cohort.editions}
          />
          <TermsFields
            values={form}
            zone="the zone above"
            ofCourse
            suggestedKey={keyOfBytes(randomBytes(keyBytes))}
          />
        </Form>
        <Told sentences={cohort.told} />
      </div>
    </Page>
  );
}

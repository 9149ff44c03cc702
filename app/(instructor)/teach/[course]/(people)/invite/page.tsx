import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { SelectField } from '@/components/ui/select-field';
import { getInviteForm } from '@/features/enrollment/invitations/get-invite-form';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { invitePersonAction } from './actions';

export const metadata: Metadata = { title: 'Invite somebody' };

type Props = {
  params: Promise<{ course: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function InvitePage({ params, searchParams }: Props) {
  const { slug, published, archived, cohorts } = await call(getInviteForm, { course: (await params).course });
  const asked = (await searchParams).cohort;
  const cohort = cohorts.find(({ id }) => id === asked)?.id ?? '';
  return (
    <Page>
      <PageTitle lead="One person, by mail, with an account or without. The seat is held for them until they answer or the time is over.">
        Invite somebody
      </PageTitle>
      {!published ? (
        <Empty
          title="Nothing is published yet"
          action={<ButtonLink href={`/teach/${slug}/publish`}>Publish the course</ButtonLink>}
        >
          People can be invited once there is something to learn.
        </Empty>
      ) : archived ? (
        <Notice>{refusals['course-archived']}</Notice>
      ) : (
        <Form
          action={invitePersonAction}
          submitLabel="Send the invitation"
          pendingLabel="Sending …"
          className="grid max-w-xl gap-5 [&>button]:justify-self-start"
        >
          <input type="hidden" name="course" value={slug} />
          <Field name="email" label="E-mail address" type="email" autoComplete="off" />
          <Field
            name="name"
            label="Name"
            hint="For who has no account yet; they can change it. May stay empty."
            maxLength={100}
            autoComplete="off"
          />
          {cohorts.length > 0 && (
            <SelectField
              name="cohort"
              label="Cohort"
              options={[
                { value: '', label: 'None: by the dates of the course' },
                ...cohorts.map(({ id, name }) => ({ value: id, label: name })),
              ]}
              defaultValue={cohort}
            />
          )}
          <Field
            name="days"
            label="How many days it stands"
            hint="The seat is held that long."
            inputMode="numeric"
            defaultValue="14"
            className="max-w-56"
          />
        </Form>
      )}
    </Page>
  );
}

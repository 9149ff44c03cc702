import type { Metadata } from 'next';
import Link from 'next/link';
import { AuditList } from '@/components/account/audit-list';
import { PersonStatus } from '@/components/account/person-status';
import { RoleField } from '@/components/account/role-field';
import { roleWords } from '@/components/account/role-words';
import { Section } from '@/components/account/section';
import { Instant } from '@/components/account/when';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { Page, PageTitle } from '@/components/ui/page';
import { getPerson } from '@/features/accounts/get-person';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { restorePersonAction, setRoleAction, suspendPersonAction } from './actions';

export const metadata: Metadata = { title: 'A person' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { person, may, entries, refusal } = await call(getPerson, { userId: id });
  const why = refusal && <p className="text-soft">{refusals[refusal]}</p>;
  return (
    <Page>
      <Link
        href="/admin/people"
        prefetch={false}
        className="mb-3 inline-flex min-h-11 items-center text-accent underline-offset-4 hover:underline"
      >
        ← People
      </Link>
      <PageTitle lead={<span className="break-all">{person.email}</span>}>{person.name}</PageTitle>
      <p className="-mt-3 mb-8 text-soft">
        {roleWords[person.role]} · <PersonStatus suspended={person.suspended} confirmed={person.confirmed} />{' '}
        · since <Instant at={person.createdAt} />
      </p>
      {may.grantRoles && (
        <Section
          id="role-heading"
          title="Role"
          about="It holds at once. The person is signed out everywhere and signs in again with it."
        >
          {why ?? (
            <Form
              action={setRoleAction}
              submitLabel="Change the role"
              pendingLabel="Changing …"
              doneMessage="The role is changed."
              look="secondary"
              className="grid justify-items-start gap-5"
            >
              <input type="hidden" name="userId" value={person.id} />
              <input type="hidden" name="version" value={person.version} />
              <div className="w-full">
                <RoleField current={person.role} />
              </div>
              <Field
                name="password"
                label="Your own password"
                hint="Asked again because a role opens other people's work."
                type="password"
                autoComplete="current-password"
                className="w-full"
              />
            </Form>
          )}
        </Section>
      )}
      {may.suspend && (
        <Section
          id="standing"
          title="Access"
          about={
            person.suspended
              ? 'Suspended: every device was signed out, and signing in is refused.'
              : 'Suspending signs the person out on every device at once. Nothing of theirs is deleted.'
          }
        >
          {why ?? (
            <Form
              key={person.suspended ? 'restore' : 'suspend'}
              action={person.suspended ? restorePersonAction : suspendPersonAction}
              submitLabel={person.suspended ? `Restore ${person.name}` : `Suspend ${person.name}`}
              pendingLabel="Changing …"
              look={person.suspended ? 'secondary' : 'danger'}
              className="grid justify-items-start gap-5"
            >
              <input type="hidden" name="userId" value={person.id} />
            </Form>
          )}
        </Section>
      )}
      {may.readAudit && (
        <Section id="audit" title="What happened" about="The newest 50 entries of the audit log.">
          <AuditList entries={entries} />
        </Section>
      )}
    </Page>
  );
}

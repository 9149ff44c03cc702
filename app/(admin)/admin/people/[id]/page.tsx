import type { Metadata } from 'next';
import Link from 'next/link';
import { AuditList } from '@/components/account/audit-list';
import { PersonStatus } from '@/components/account/person-status';
import { Section } from '@/components/account/section';
import { Page, PageTitle } from '@/components/ui/page';
import { roleWords } from '@/components/ui/role-words';
import { Instant } from '@/components/ui/when';
import { getPerson } from '@/features/accounts/get-person';
import { refusals } from '@/rules/refusals';
import { call } from '@/server/call';
import { RoleSection } from './role-section';
import { StandingSection } from './standing-section';
import { ViewingSection } from './viewing-section';

export const metadata: Metadata = { title: 'A person' };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { person, may, entries, refusal, fresh } = await call(getPerson, { userId: id });
  const why = refusal && refusals[refusal];
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
      {may.grantRoles && <RoleSection person={person} fresh={fresh} why={why} />}
      {may.suspend && <StandingSection person={person} why={why} />}
      {may.viewAs && <ViewingSection person={person} fresh={fresh} />}
      {may.readAudit && (
        <Section
          id="audit"
          title="What happened"
          about={
            <>
              The newest 50 entries about the account.{' '}
              <Link
                href={`/admin/audit?person=${encodeURIComponent(person.email)}`}
                prefetch={false}
                className="text-accent underline underline-offset-4"
              >
                Everything they did, too
              </Link>
              .
            </>
          }
        >
          <AuditList entries={entries} />
        </Section>
      )}
    </Page>
  );
}

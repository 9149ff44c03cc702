import type { Metadata } from 'next';
import Link from 'next/link';
import { RolesGrid, RolesList } from '@/components/account/roles-table';
import { Page, PageTitle } from '@/components/ui/page';
import { roleWords } from '@/components/ui/role-words';
import { listRoles } from '@/features/accounts/list-roles';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Roles' };

export default async function RolesPage() {
  const table = await call(listRoles, {});
  return (
    <Page>
      <PageTitle lead="What each role may do. A role on the site holds for every course, a role in a course for that one.">
        Roles
      </PageTitle>
      <ul className="mb-8 flex flex-wrap gap-x-6 gap-y-1">
        {table.site.map(({ role, people }) => (
          <li key={role}>
            <Link
              href={`/admin/people?role=${role}`}
              prefetch={false}
              className="inline-flex min-h-11 items-center underline decoration-rule underline-offset-4 hover:text-accent"
            >
              {roleWords[role]}: {people === 1 ? '1 person' : `${people} people`}
            </Link>
          </li>
        ))}
      </ul>
      <RolesGrid {...table} />
      <RolesList permissions={table.permissions} />
      <p className="mt-6 max-w-prose text-soft">
        A role on the site is given on the page of a person and needs your password; a role in a course, in
        the settings of the course. Either holds from the next request on.
      </p>
    </Page>
  );
}

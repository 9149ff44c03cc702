import * as z from 'zod';
import { countByRole } from '@/db/queries/people';
import { canGrantRoles } from '@/rules/access';
import { courseRoleMay, type PermissionName, permissions, siteRoleMay } from '@/rules/accounts/permissions';
import { courseRoles, siteRoles } from '@/rules/accounts/roles';
import { noSubject, type OutputOf, operation } from '@/server/operation';

/** What each role may, on the site and in a course, and how many people have each. */
export const listRoles = operation({
  name: 'list-roles',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: canGrantRoles,
  async run({ db }) {
    const people = await countByRole(db);
    const names = Object.keys(permissions) as PermissionName[];
    return {
      site: siteRoles.map((role) => ({ role, people: people[role] ?? 0 })),
      course: courseRoles,
      permissions: names.map((name) => ({
        name,
        ...permissions[name],
        site: siteRoles.filter((role) => siteRoleMay(role, name)),
        course: courseRoles.filter((role) => courseRoleMay(role, name)),
      })),
    };
  },
});

/** The table of roles. */
export type RolesTable = OutputOf<typeof listRoles>;

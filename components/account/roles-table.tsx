import { courseRoleWords, roleWords } from '@/components/ui/role-words';
import type { RolesTable } from '@/features/accounts/list-roles';

const riskLook = {
  low: 'text-soft',
  'personal data': 'font-semibold text-accent',
  high: 'font-semibold text-bad',
} as const;

const cell = 'border-b border-rule px-2 py-2.5 text-center align-top';

/** Whether a role has a permission: a sign for the eye, a word for the ear. */
function Has({ yes }: { yes: boolean }) {
  return (
    <td className={cell}>
      <span aria-hidden="true" className={yes ? 'font-semibold text-good' : 'text-soft'}>
        {yes ? '✓' : '–'}
      </span>
      <span className="visually-hidden">{yes ? 'yes' : 'no'}</span>
    </td>
  );
}

/** Every permission with its risk, and which role has it: on the site for every course, in a course for that one. */
export function RolesGrid({ site, course, permissions }: RolesTable) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section aria-label="What each role may" tabIndex={0} className="hidden overflow-x-auto md:block">
      <table className="w-full border-collapse text-left text-[0.95rem]">
        <caption className="visually-hidden">Permissions by role, with their risk</caption>
        <thead className="text-sm text-soft">
          <tr>
            <td colSpan={2} />
            <th scope="colgroup" colSpan={site.length} className="px-2 pb-1 text-center font-semibold">
              On the site
            </th>
            <th scope="colgroup" colSpan={course.length} className="px-2 pb-1 text-center font-semibold">
              In a course
            </th>
          </tr>
          <tr className="border-b border-rule">
            <th scope="col" className="py-2 pr-2 font-semibold">
              Permission
            </th>
            <th scope="col" className="px-2 py-2 font-semibold">
              Risk
            </th>
            {site.map(({ role }) => (
              <th key={role} scope="col" className="px-2 py-2 text-center font-semibold">
                {roleWords[role]}
              </th>
            ))}
            {course.map((role) => (
              <th key={role} scope="col" className="px-2 py-2 text-center font-semibold">
                {courseRoleWords[role]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {permissions.map((permission) => (
            <tr key={permission.name}>
              <th scope="row" className="border-b border-rule py-2.5 pr-2 align-top font-normal">
                {permission.means}
                <code className="block text-sm text-soft">{permission.name}</code>
              </th>
              <td className={`border-b border-rule px-2 py-2.5 align-top ${riskLook[permission.risk]}`}>
                {permission.risk}
              </td>
              {site.map(({ role }) => (
                <Has key={role} yes={permission.site.includes(role)} />
              ))}
              {course.map((role) => (
                <Has key={role} yes={permission.course.includes(role)} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The same for a narrow screen: each permission with the roles that have it. */
export function RolesList({ permissions }: Pick<RolesTable, 'permissions'>) {
  return (
    <ul className="border-t border-rule md:hidden">
      {permissions.map(({ name, means, risk, site, course }) => (
        <li key={name} className="border-b border-rule py-3">
          <p>{means}</p>
          <p className="text-sm text-soft">
            <code>{name}</code> · risk: <span className={riskLook[risk]}>{risk}</span>
          </p>
          <p className="mt-1 text-sm">
            {[
              ...site.map((role) => roleWords[role]),
              ...course.map((role) => `${courseRoleWords[role]} of the course`),
            ].join(', ')}
          </p>
        </li>
      ))}
    </ul>
  );
}

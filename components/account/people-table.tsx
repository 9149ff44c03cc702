import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { ListedPerson } from '@/features/accounts/list-people';
import { PersonStatus } from './person-status';
import { roleWords } from './role-words';

/** People in a table; on a narrow screen the role and the standing move under the name. */
export function PeopleTable({ people }: { people: ListedPerson[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="visually-hidden">People, by name</caption>
      <thead className="border-b border-rule text-sm text-soft">
        <tr>
          <th scope="col" className="py-2 pr-4 font-semibold">
            Name and address
          </th>
          <th scope="col" className="hidden w-36 py-2 pr-4 font-semibold sm:table-cell">
            Role
          </th>
          <th scope="col" className="hidden w-36 py-2 pr-4 font-semibold sm:table-cell">
            Standing
          </th>
          <th scope="col" className="hidden w-56 py-2 font-semibold lg:table-cell">
            Since
          </th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} className="border-b border-rule align-top">
            <th scope="row" className="py-1 pr-4 font-normal">
              <Link
                href={`/admin/people/${person.id}`}
                prefetch={false}
                className="flex min-h-11 flex-col justify-center py-1 hover:text-accent"
              >
                <span className="font-semibold break-words underline decoration-rule underline-offset-4">
                  {person.name}
                </span>
                <span className="text-sm break-all text-soft">{person.email}</span>
              </Link>
              <p className="pb-2 text-sm sm:hidden">
                {roleWords[person.role]} ·{' '}
                <PersonStatus suspended={person.suspended} confirmed={person.confirmed} />
              </p>
            </th>
            <td className="hidden py-3.5 pr-4 sm:table-cell">{roleWords[person.role]}</td>
            <td className="hidden py-3.5 pr-4 sm:table-cell">
              <PersonStatus suspended={person.suspended} confirmed={person.confirmed} />
            </td>
            <td className="hidden py-3.5 text-soft lg:table-cell">
              <Instant at={person.createdAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

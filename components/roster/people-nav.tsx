'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { peopleRooms } from './people-rooms';

/** Leads between the rooms of a course's people, below the tabs of its studio. On a phone it wraps. */
export function PeopleNav({ course, hidden = [] }: { course: string; hidden?: readonly string[] }) {
  const path = usePathname();
  return (
    <nav aria-label="People" className="border-b border-rule bg-sunk">
      <ul className="mx-auto flex max-w-6xl flex-wrap gap-x-1 px-3 sm:px-6">
        {peopleRooms.map(([room, label, also = []]) => {
          if (hidden.includes(room)) return null;
          const href = `/teach/${course}/${room}`;
          const here = [room, ...also]
            .map((place) => `/teach/${course}/${place}`)
            .some((place) => path === place || path.startsWith(`${place}/`));
          return (
            <li key={room}>
              <Link
                href={href}
                prefetch={false}
                aria-current={here ? 'page' : undefined}
                className={`inline-flex min-h-11 items-center px-2 text-sm ${
                  here
                    ? 'font-semibold underline decoration-accent decoration-2 underline-offset-8'
                    : 'text-soft hover:text-accent'
                }`}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

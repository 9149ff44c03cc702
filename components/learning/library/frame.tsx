import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Empty, PageTitle } from '@/components/ui/page';
import { libraryHome } from './address';
import { type LibraryRoom, roomNames } from './rooms';

type Props = {
  home: string;
  /** The title of the course. */
  course: string;
  /** Which edition it is, in words. */
  edition: string;
  room: LibraryRoom | null;
  title: string;
  lead: ReactNode;
  children: ReactNode;
};

/** A room of the library: the way back, the other rooms, and what stands here. */
export function LibraryFrame({ home, course, edition, room, title, lead, children }: Props) {
  return (
    <div className="library">
      <p className="library-way">
        <Link href={home} prefetch={false}>
          {course}
        </Link>
        <span> · {edition}</span>
      </p>
      <PageTitle lead={lead}>{title}</PageTitle>
      {room && (
        <nav aria-label="Library" className="library-rooms">
          <ul>
            <li>
              <Link href={libraryHome(home)} prefetch={false}>
                Library
              </Link>
            </li>
            {Object.entries(roomNames).map(([name, label]) => (
              <li key={name}>
                <Link
                  href={`${libraryHome(home)}/${name}`}
                  prefetch={false}
                  aria-current={name === room ? 'page' : undefined}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {children}
    </div>
  );
}

/** What is said where an edition has nothing for a room. */
export function NothingHere({ home, what }: { home: string; what: string }) {
  return (
    <Empty title={`This edition has no ${what}`} action={<ButtonLink href={home}>To the course</ButtonLink>}>
      Nothing stands here yet. A later edition of the course may bring it.
    </Empty>
  );
}

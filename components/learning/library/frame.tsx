import Link from 'next/link';
import type { ReactNode } from 'react';
import { ButtonLink } from '@/components/ui/button';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import type { LibraryScreen } from '@/features/learning/library/get-library';
import { libraryHome } from './address';
import { type LibraryRoom, roomNames } from './rooms';

type Props = {
  course: LibraryScreen['course'];
  room: LibraryRoom | null;
  title: string;
  lead: ReactNode;
  children: ReactNode;
};

/** A room of the library: the way back, the other rooms, and what stands here. */
export function LibraryFrame({ course, room, title, lead, children }: Props) {
  const home = libraryHome(course.slug);
  return (
    <Page>
      <div className="library">
        <p className="library-way">
          <Link href={`/learn/${course.slug}`} prefetch={false}>
            {course.title}
          </Link>
          <span> · edition {course.edition}</span>
        </p>
        <PageTitle lead={lead}>{title}</PageTitle>
        {room && (
          <nav aria-label="Library" className="library-rooms">
            <ul>
              <li>
                <Link href={home} prefetch={false}>
                  Library
                </Link>
              </li>
              {Object.entries(roomNames).map(([name, label]) => (
                <li key={name}>
                  <Link
                    href={`${home}/${name}`}
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
    </Page>
  );
}

/** What is said where an edition has nothing for a room. */
export function NothingHere({ slug, what }: { slug: string; what: string }) {
  return (
    <Empty
      title={`This edition has no ${what}`}
      action={<ButtonLink href={`/learn/${slug}`}>To the course</ButtonLink>}
    >
      Nothing stands here yet. A later edition of the course may bring it.
    </Empty>
  );
}

import type { ReactNode } from 'react';
import { PeopleNav } from '@/components/roster/people-nav';

type Props = { children: ReactNode; params: Promise<{ course: string }> };

/** Ways between the rooms of a course's people. Their operations decide who may. */
export default async function PeopleLayout({ children, params }: Props) {
  return (
    <>
      <PeopleNav course={(await params).course} />
      {children}
    </>
  );
}

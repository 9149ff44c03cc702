import type { ReactNode } from 'react';
import { PeopleNav } from '@/components/roster/people-nav';
import { studioOf } from '../studio';

type Props = { children: ReactNode; params: Promise<{ course: string }> };

/** The rooms in which people are let in: only for who may. */
const lettingIn = ['requests', 'invite', 'import-people', 'enrollment'];

/** Ways between the rooms of a course's people. Their operations decide who may; this leads to no shut door. */
export default async function PeopleLayout({ children, params }: Props) {
  const { slug, mayManageRoster } = await studioOf((await params).course);
  return (
    <>
      <PeopleNav course={slug} hidden={mayManageRoster ? [] : lettingIn} />
      {children}
    </>
  );
}

import Link from 'next/link';
import type { ReactNode } from 'react';
import { peopleRooms } from '@/components/roster/people-rooms';
import { StudioTabs } from '@/components/studio/studio-tabs';
import { studioOf } from './studio';

type Props = { children: ReactNode; params: Promise<{ course: string }> };

/** The head of a course's studio. The operations of its pages decide who may; this shows where one is. */
export default async function StudioLayout({ children, params }: Props) {
  const { course: slug } = await params;
  const course = await studioOf(slug);
  return (
    <div className="studio">
      <div className="studio-head">
        <p className="studio-crumb">
          <Link href="/teach" prefetch={false}>
            Teach
          </Link>
        </p>
        <p className="studio-title">{course.title}</p>
        {course.archived && <p className="studio-flag">Archived</p>}
      </div>
      <StudioTabs
        course={course.slug}
        people={peopleRooms.flatMap(([room, , also = []]) => [room, ...also])}
        hidden={course.mayGrade ? [] : ['work']}
      />
      {children}
    </div>
  );
}

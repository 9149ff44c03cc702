import type { Metadata } from 'next';
import { FirstCourse } from '@/components/studio/courses/first-course';
import { ArchivedCourses, TaughtCourses } from '@/components/studio/courses/taught-courses';
import { ButtonLink } from '@/components/ui/button';
import { Page, PageTitle } from '@/components/ui/page';
import { listTaughtCourses } from '@/features/authoring/list-taught-courses';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Teach' };

export default async function TeachPage() {
  const { courses, archived } = await call(listTaughtCourses, {});
  const none = courses.length === 0 && archived.length === 0;
  return (
    <Page>
      <div className="flex flex-wrap items-end justify-between gap-x-10">
        <PageTitle lead={none ? undefined : 'What you write, what stands of it, and who learns from it now.'}>
          Teach
        </PageTitle>
        {!none && (
          <div className="mb-8 flex flex-wrap gap-3">
            <ButtonLink href="/teach/new">New course</ButtonLink>
            <ButtonLink href="/teach/import" look="secondary">
              Import a course
            </ButtonLink>
          </div>
        )}
      </div>
      {none && <FirstCourse />}
      {courses.length > 0 && <TaughtCourses courses={courses} now={new Date()} />}
      {!none && courses.length === 0 && (
        <p className="border-y border-rule py-8 text-soft">All your courses are archived.</p>
      )}
      {archived.length > 0 && <ArchivedCourses courses={archived} />}
    </Page>
  );
}

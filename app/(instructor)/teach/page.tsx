import type { Metadata } from 'next';
import { TaughtCourses } from '@/components/course/taught-courses';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listTaughtCourses } from '@/features/authoring/list-taught-courses';
import { call } from '@/server/call';

export const metadata: Metadata = { title: 'Teach' };

export default async function TeachPage() {
  const { courses } = await call(listTaughtCourses, {});
  return (
    <Page>
      <PageTitle lead="The courses you are staff of, the edition that new learners get, and how many learn there now.">
        Teach
      </PageTitle>
      {courses.length > 0 ? (
        <TaughtCourses courses={courses} />
      ) : (
        <Empty title="You do not teach a course yet">
          <p>An administrator adds you to a course; it then appears here.</p>
        </Empty>
      )}
    </Page>
  );
}

import type { Metadata } from 'next';
import { CourseList } from '@/components/course/course-card';
import { Empty, Page, PageTitle } from '@/components/ui/page';
import { listCourses } from '@/features/catalog/list-courses';
import { siteName } from '@/rules/site';
import { call } from '@/server/call';

const title = 'Courses';
const description =
  'Every course on this site, with its level, its length and the day on which its facts were last verified.';

export const metadata: Metadata = {
  title,
  description,
  alternates: { canonical: '/courses' },
  openGraph: { title, description, url: '/courses', siteName, type: 'website' },
};

export default async function CoursesPage() {
  const { courses } = await call(listCourses, {});
  return (
    <Page>
      <PageTitle lead="Each says what it asks of you, on which source it is built, and when its facts were last checked.">
        {title}
      </PageTitle>
      {courses.length > 0 ? (
        <CourseList courses={courses} />
      ) : (
        <Empty title="No course is published yet">
          <p>A course appears here as soon as its first edition is published.</p>
        </Empty>
      )}
    </Page>
  );
}

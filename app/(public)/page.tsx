import type { Metadata } from 'next';
import { Home } from '@/components/course/home';
import { Landing } from '@/components/course/landing';
import { ContinueCard } from '@/components/learning/continue-card';
import { listCourses } from '@/features/catalog/list-courses';
import { listMyLearning } from '@/features/learning/list-my-learning';
import { siteName } from '@/rules/site';
import { call, viewer } from '@/server/call';

const description =
  'Courses on blockchain technology and the policy around it. Progress with receipts, claims dated and graded, editions that never change.';

export const metadata: Metadata = {
  description,
  alternates: { canonical: '/' },
  openGraph: { title: siteName, description, url: '/', siteName, type: 'website' },
};

export default async function HomePage() {
  const person = await viewer();
  if (!person) return <Landing courses={(await call(listCourses, {})).courses} />;

  const [{ courses: mine }, { courses }] = await Promise.all([
    call(listMyLearning, {}),
    call(listCourses, {}),
  ]);
  const next = mine.find((course) => course.mayLearn && course.next !== null);
  const known = new Set(mine.filter((course) => course.mayLearn).map((course) => course.slug));
  return (
    <Home
      name={person.name}
      beganBefore={mine.length > 0 || courses.some((course) => course.withdrawn)}
      next={next && <ContinueCard course={next} />}
      open={courses.filter((course) => !course.enrolled && !known.has(course.slug))}
    />
  );
}

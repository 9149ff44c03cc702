import type { Metadata } from 'next';
import Link from 'next/link';
import { cache } from 'react';
import { CourseCover } from '@/components/course/course-cover';
import { CourseJsonLd } from '@/components/course/course-json-ld';
import { Audience, BuiltOn, Outcomes, People, Section } from '@/components/course/course-sections';
import { EnrollBox } from '@/components/course/enroll-box';
import { dayInWords } from '@/components/course/format';
import { Syllabus } from '@/components/course/syllabus';
import { Page } from '@/components/ui/page';
import { getCourse } from '@/features/catalog/get-course';
import { counted } from '@/rules/counted';
import { siteName } from '@/rules/site';
import { hoursAndMinutes } from '@/rules/time/duration';
import { call, siteAddress } from '@/server/call';
import { type SearchParams, searchParam } from '../../../(account)/search-params';
import { acceptInvitationAction, enrollAction, refuseInvitationAction, withdrawAction } from './actions';

type Props = { params: Promise<{ slug: string }>; searchParams: SearchParams };

const actions = {
  enroll: enrollAction,
  withdraw: withdrawAction,
  accept: acceptInvitationAction,
  refuse: refuseInvitationAction,
};

/** Once a request: the page and its metadata show the same course. */
const courseBySlug = cache((slug: string) => call(getCourse, { slug }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { words, slug } = await courseBySlug((await params).slug);
  const canonical = `/courses/${slug}`;
  const { title, summary: description } = words;
  return {
    title,
    description,
    alternates: { canonical },
    openGraph: { title, description, url: canonical, siteName, type: 'website', locale: words.language },
    twitter: { card: 'summary', title, description },
  };
}

export default async function CoursePage({ params, searchParams }: Props) {
  const course = await courseBySlug((await params).slug);
  const asked = {
    cohort: await searchParam(searchParams, 'cohort'),
    key: (await searchParam(searchParams, 'key')).slice(0, 100),
  };
  const { words, modules } = course;
  const outline = modules.map((module) => ({ minutes: module.lessons.map((lesson) => lesson.minutes) }));
  const facts = [
    ['Level', words.level],
    ['Time', `${hoursAndMinutes(course.minutes)}, ${counted(course.lessonCount, 'lesson')}`],
    ['Language', new Intl.DisplayNames('en', { type: 'language' }).of(words.language) ?? words.language],
    ['Edition', `${course.edition.number}, of ${dayInWords(course.edition.publishedAt)}`],
    ['Last verified', dayInWords(words.verified)],
  ];
  return (
    <Page>
      <CourseJsonLd course={course} address={siteAddress()} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem] xl:gap-x-20">
        <header>
          <p className="kicker">
            <Link href="/courses" prefetch={false} className="hover:underline">
              Courses
            </Link>
          </p>
          <h1 tabIndex={-1} className="display-2 mt-3">
            {words.title}
          </h1>
          <p className="mt-6 max-w-prose font-serif text-xl leading-relaxed text-soft">{words.summary}</p>
        </header>
        <aside aria-label="Enrollment" className="lg:row-span-2">
          <div className="course-sheet p-6 lg:sticky lg:top-6">
            <CourseCover
              slug={course.slug}
              modules={outline}
              cover={words.cover}
              className={`mb-6 w-full ${words.cover ? 'max-lg:aspect-video max-lg:max-h-80' : 'hidden lg:block'}`}
            />
            <EnrollBox course={course} asked={asked} actions={actions} />
            <dl className="course-facts mt-6 border-t border-rule pt-5 text-sm">
              {facts.map(([term, fact]) => (
                <div key={term} className="contents">
                  <dt>{term}</dt>
                  <dd>{fact}</dd>
                </div>
              ))}
            </dl>
          </div>
        </aside>
        <div className="lg:mt-4">
          <Section id="outcomes" title="What you will be able to do">
            <Outcomes outcomes={words.outcomes} />
          </Section>
          <Section id="audience" title="For whom">
            <Audience audience={words.audience} notFor={words.notFor} />
          </Section>
          <Section id="syllabus" title="Syllabus">
            <Syllabus modules={modules} />
          </Section>
          {words.builtOn && (
            <Section id="source" title="The source it is built on">
              <BuiltOn source={words.builtOn} />
            </Section>
          )}
          <Section id="people" title="Who made it">
            <People authors={words.authors} staff={course.staff} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

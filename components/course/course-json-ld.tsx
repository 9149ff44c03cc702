import type { CourseDetails } from '@/features/catalog/get-course';
import { siteName } from '@/rules/site';
import { isoDuration } from './format';

/** The course in the words of schema.org, for search engines. Every fact in it stands on the page too. */
function courseJsonLd(course: CourseDetails, address: string) {
  const { words } = course;
  const url = `${address}/courses/${course.slug}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'Course',
    '@id': url,
    url,
    name: words.title,
    description: words.summary,
    inLanguage: words.language,
    educationalLevel: words.level,
    teaches: words.outcomes,
    version: String(course.edition.number),
    datePublished: course.edition.publishedAt.toISOString(),
    provider: { '@type': 'Organization', name: siteName, url: address },
    audience: words.audience.map((audienceType) => ({ '@type': 'EducationalAudience', audienceType })),
    ...(words.builtOn
      ? {
          isBasedOn: {
            '@type': 'CreativeWork',
            name: words.builtOn.title,
            datePublished: words.builtOn.date,
            publisher: { '@type': 'Organization', name: words.builtOn.publisher },
          },
        }
      : {}),
    hasCourseInstance: {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      courseWorkload: isoDuration(course.minutes),
      ...(course.staff.length > 0
        ? { instructor: course.staff.map((name) => ({ '@type': 'Person', name })) }
        : {}),
    },
    syllabusSections: course.modules.map((module) => ({
      '@type': 'Syllabus',
      name: module.title,
      description: module.summary,
      timeRequired: isoDuration(module.minutes),
    })),
  };
}

/** Puts the data into the page. A `<` is written as an escape, so that no word of a course can end the block. */
export function CourseJsonLd({ course, address }: { course: CourseDetails; address: string }) {
  const json = JSON.stringify(courseJsonLd(course, address)).replaceAll('<', '\\u003c');
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

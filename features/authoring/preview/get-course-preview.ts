import * as z from 'zod';
import { canSeeStudio } from '@/rules/access';
import { lessonsOf, minutesOf } from '@/rules/editions/edition';
import { heldLessons } from '@/rules/learning/release';
import { type OutputOf, operation } from '@/server/operation';
import { inStudio } from '../studio';
import { freshSyllabus } from './syllabus';
import { previewInput, versionOf } from './version';

/**
 * A course as a learner sees it who has not begun, of the draft or of an edition: the words of the catalog
 * and the outline, with what may not be begun yet said in words. Writes nothing.
 */
export const getCoursePreview = operation({
  name: 'get-course-preview',
  kind: 'read',
  by: 'person',
  input: z.strictObject(previewInput),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input, subject: course, now }) {
    const { outline, ...version } = await versionOf(db, course, input.version);
    const held = heldLessons(outline, new Map(), now);
    const lessons = lessonsOf(outline);
    const first = lessons.find(({ id }) => !held.has(id)) ?? lessons[0];
    return {
      slug: course.slug,
      version: version.name,
      editions: version.editions,
      title: version.title,
      words: version.words,
      problems: version.problems,
      broken: version.broken.map(({ title, path, fileId, problems }) => ({
        title,
        path,
        fileId,
        problems: problems.length,
      })),
      modules: freshSyllabus(outline).map((module) => ({
        ...module,
        lessons: module.lessons.map((lesson) => ({ ...lesson, held: held.get(lesson.id) ?? null })),
      })),
      lessonCount: lessons.length,
      minutes: minutesOf(lessons),
      first: first ? { id: first.id, title: first.title } : null,
    };
  },
});

export type CoursePreview = OutputOf<typeof getCoursePreview>;

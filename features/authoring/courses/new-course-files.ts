import { stringify } from 'yaml';
import { lessonSkeleton, moduleSkeleton } from '../outline/skeletons';

type NewCourse = {
  slug: string;
  title: string;
  summary: string;
  language: string;
  level: string;
  zone: string;
  outcomes: string[];
  audience: string[];
  author: string;
  /** Today, where the course is. */
  today: string;
};

/** The files a course begins with: its head, and one module with one lesson, with prompts for what to write. */
export function newCourseFiles({ author, today, ...words }: NewCourse): Map<string, string> {
  const { slug, title, summary, language, level, zone, outcomes, audience } = words;
  const head = {
    slug,
    title,
    summary,
    language,
    level,
    zone,
    verified: today,
    outcomes,
    audience,
    authors: [{ name: author, about: 'Writes the lessons and keeps them up to date.' }],
  };
  return new Map([
    ['course.yaml', stringify(head, { lineWidth: 0 })],
    ['modules/1-first-module/module.yaml', moduleSkeleton({ id: 'first-module', title: 'First module' })],
    [
      'modules/1-first-module/1-first-lesson.md',
      lessonSkeleton({ id: 'first-lesson', title: 'First lesson' }, today),
    ],
  ]);
}

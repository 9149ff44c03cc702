import type { EditionManifest } from '@/rules/editions/edition';

/** The syllabus as a learner finds it who has not begun. In the preview every lesson is open. */
export const freshSyllabus = ({ modules }: Pick<EditionManifest, 'modules'>) =>
  modules.map(({ id, title, summary, lessons }) => ({
    id,
    title,
    summary,
    percent: 0,
    lessonsDone: 0,
    lessons: lessons.map((lesson) => ({
      id: lesson.id,
      title: lesson.title,
      minutes: lesson.minutes,
      percent: 0,
      done: 0,
      total: lesson.blocks.length,
      complete: false,
      held: null,
      missing: [],
    })),
  }));

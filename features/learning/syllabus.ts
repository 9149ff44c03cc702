import { minutesOf } from '@/rules/editions/edition';
import { type ResumePoint, resumePoint, standing } from '@/rules/learning/progress';
import { heldFor, type Place } from './place';

/** The address of a lesson, with the block to go to. */
function lessonHref(slug: string, lessonId: string, blockId?: string | null): string {
  return `/learn/${slug}/${lessonId}${blockId ? `#${blockId}` : ''}`;
}

export type SyllabusModule = {
  id: string;
  title: string;
  summary: string;
  percent: number;
  lessonsDone: number;
  lessons: {
    id: string;
    title: string;
    minutes: number;
    percent: number;
    done: number;
    total: number;
    complete: boolean;
    /** Why it may not be begun yet; null when it may. */
    held: string | null;
    /** What is still to do, only once the lesson was begun. */
    missing: { id: string; label: string }[];
  }[];
};

/** The syllabus of a place with the learner's standing on every lesson and module. */
export function syllabusOf(place: Place): SyllabusModule[] {
  const held = heldFor(place);
  return place.edition.manifest.modules.map((module) => {
    const inModule = standing([module], place.done);
    return {
      id: module.id,
      title: module.title,
      summary: module.summary,
      percent: inModule.percent,
      lessonsDone: inModule.lessonsDone,
      lessons: module.lessons.map((lesson) => {
        const own = inModule.lessons.get(lesson.id);
        const begun = (own?.done ?? 0) > 0;
        return {
          id: lesson.id,
          title: lesson.title,
          minutes: lesson.minutes,
          percent: own?.percent ?? 0,
          done: own?.done ?? 0,
          total: own?.total ?? lesson.blocks.length,
          complete: own?.complete ?? false,
          held: held.get(lesson.id) ?? null,
          missing: begun ? (own?.missing ?? []).map(({ id, label }) => ({ id, label })) : [],
        };
      }),
    };
  });
}

type NextStep = { href: string; lessonTitle: string; started: boolean };

export type CourseProgress = {
  slug: string;
  title: string;
  mayLearn: boolean;
  percent: number;
  lessonsDone: number;
  lessonsTotal: number;
  /** Minutes of the lessons not yet complete. */
  minutesLeft: number;
  completedAt: Date | null;
  next: NextStep | null;
  /** When the next lesson opens, where nothing can be begun before. */
  waiting: string | null;
  lastActiveAt: Date | null;
};

/** How far a learner is in a course, and where they go on. */
export function courseProgress(place: Omit<Place, 'ownerId' | 'staffRole'>): CourseProgress {
  const { modules, title } = place.edition.manifest;
  const whole = standing(modules, place.done);
  const held = heldFor(place);
  const resume = resumePoint(modules, place.done, place.lastLessonId, held);
  const open = modules.flatMap((module) => module.lessons).filter((l) => !whole.lessons.get(l.id)?.complete);
  return {
    slug: place.slug,
    title,
    mayLearn: place.mayLearn,
    percent: whole.percent,
    lessonsDone: whole.lessonsDone,
    lessonsTotal: whole.lessonsTotal,
    minutesLeft: minutesOf(open),
    completedAt: place.completedAt,
    next: resume && place.mayLearn ? nextStep(place.slug, resume) : null,
    waiting: resume === null ? ([...held.values()][0] ?? null) : null,
    lastActiveAt: place.lastActiveAt,
  };
}

const nextStep = (slug: string, { lesson, blockId, started }: ResumePoint): NextStep => ({
  href: lessonHref(slug, lesson.id, blockId),
  lessonTitle: lesson.title,
  started,
});

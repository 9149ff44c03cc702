import * as z from 'zod';
import { cohortsToChoose } from '@/db/queries/cohorts';
import { courseForViewer, staffNames } from '@/db/queries/courses';
import { editionById } from '@/db/queries/editions';
import { canSeeStudio, isPublished } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import {
  type EditionManifest,
  type LessonOutline,
  lessonsOf,
  type ModuleOutline,
  minutesOf,
} from '@/rules/editions/edition';
import type { StateOrNone } from '@/rules/enrollment/enrollment-states';
import { mayLearn, type WayIn, wayIn } from '@/rules/enrollment/enrollment-terms';
import { releasesToCome } from '@/rules/learning/release';
import { operation } from '@/server/operation';
import { choicesOf, type EnrollChoice, type Standing, standingOf } from './ways-in';

type CourseModule = {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  /** When it opens for somebody who begins now, as a sentence; null when it is open. */
  held: string | null;
  lessons: { id: string; title: string; summary: string; minutes: number; held: string | null }[];
};

/** A course as its public page shows it: the words of the current edition, and what the viewer may do. */
export type CourseDetails = {
  slug: string;
  words: Omit<EditionManifest, 'modules'>;
  modules: CourseModule[];
  minutes: number;
  lessonCount: number;
  staff: string[];
  edition: { number: number; publishedAt: Date };
  /** Where the viewer stands, and what they may do about the course as a whole. */
  enroll: { state: StateOrNone; mayLearn: boolean; standing: Standing | null } & WayIn;
  /** What there is to choose from: the course itself where people may come into it, and its cohorts. */
  choices: EnrollChoice[];
};

/**
 * A published course for anyone; a draft does not exist for visitors. Nor does an archived course, but for
 * those who are or were in it and its staff.
 */
export const getCourse = operation({
  name: 'get-course',
  kind: 'read',
  by: 'anyone',
  input: z.strictObject({ slug: z.string().max(200).regex(courseSlugForm) }),
  async subject(db, { slug }, actor) {
    const course = await courseForViewer(db, slug, actor?.userId || null);
    if (!course) return null;
    const edition = course.editionId === null ? null : await editionById(db, course.editionId);
    const listed = course.terms.archivedAt === null;
    const known = course.enrollment !== null || canSeeStudio(actor, course);
    return { course, edition, published: edition !== null && (listed || known) };
  },
  allow: isPublished,
  async run({ db, actor, subject: { course, edition }, now }): Promise<CourseDetails> {
    if (!edition) throw new Error('a published course has an edition');
    const { modules, ...words } = edition.manifest;
    const { enrollment, terms } = course;
    const who = {
      signedIn: actor !== null,
      email: actor?.email ?? null,
      emailConfirmed: actor?.emailConfirmed ?? false,
      state: enrollment?.state ?? 'none',
    } as const;
    const [staff, cohorts] = await Promise.all([staffNames(db, course.id), cohortsToChoose(db, course.id)]);
    const releases = releasesToCome(edition.manifest, now);
    const shown = (part: ModuleOutline | LessonOutline) => ({
      id: part.id,
      title: part.title,
      summary: part.summary,
      held: releases.get(part) ?? null,
    });
    return {
      slug: course.slug,
      words,
      modules: modules.map((module) => ({
        ...shown(module),
        minutes: minutesOf(module.lessons),
        lessons: module.lessons.map((lesson) => ({ ...shown(lesson), minutes: lesson.minutes })),
      })),
      minutes: minutesOf(lessonsOf({ modules })),
      lessonCount: lessonsOf({ modules }).length,
      staff,
      edition: { number: edition.number, publishedAt: edition.publishedAt },
      enroll: {
        state: who.state,
        mayLearn: enrollment !== null && mayLearn(enrollment, now),
        standing: enrollment && standingOf(enrollment, now),
        ...wayIn(terms, who, now),
      },
      choices: choicesOf(course, cohorts, who, now),
    };
  },
});

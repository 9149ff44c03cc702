import * as z from 'zod';
import { publishedCourses } from '@/db/queries/courses';
import { editionById } from '@/db/queries/editions';
import { isAnyone } from '@/rules/access';
import { lessonsOf, minutesOf } from '@/rules/editions/edition';
import { holdsSeat } from '@/rules/enrollment/enrollment-states';
import { noSubject, operation } from '@/server/operation';

/** A course in a list. */
export type ListedCourse = {
  slug: string;
  title: string;
  summary: string;
  level: string;
  minutes: number;
  verified: string;
  edition: number;
  publishedAt: Date;
  /** The syllabus at a glance: modules with the minutes of their lessons. */
  modules: { title: string; minutes: number[] }[];
  /** The hash of the picture on its cover; without one it is drawn. */
  cover: string | null;
  /** Whether the viewer holds a seat in it. */
  enrolled: boolean;
  /** Whether the viewer was in it and left: their work is kept. */
  withdrawn: boolean;
};

/** The catalog: every course that has been published and is not archived, in the words of its current edition. */
export const listCourses = operation({
  name: 'list-courses',
  kind: 'read',
  by: 'anyone',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isAnyone,
  async run({ db, actor }): Promise<{ courses: ListedCourse[] }> {
    const rows = await publishedCourses(db, actor?.userId || null);
    const listed = await Promise.all(
      rows.map(async ({ slug, editionId, state }) => {
        const edition = await editionById(db, editionId);
        if (!edition) return [];
        const { title, summary, level, verified, modules } = edition.manifest;
        return {
          slug,
          title,
          summary,
          level,
          verified,
          minutes: minutesOf(lessonsOf({ modules })),
          cover: edition.manifest.cover ?? null,
          edition: edition.number,
          publishedAt: edition.publishedAt,
          modules: modules.map((m) => ({ title: m.title, minutes: m.lessons.map((l) => l.minutes) })),
          enrolled: holdsSeat(state ?? 'none'),
          withdrawn: state === 'withdrawn',
        };
      }),
    );
    return { courses: listed.flat() };
  },
});

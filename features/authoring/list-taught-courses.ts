import * as z from 'zod';
import { coursesTaughtBy } from '@/db/queries/courses';
import { editionById } from '@/db/queries/editions';
import { enrollmentCounts } from '@/db/queries/enrollments';
import { isTeachingStaff } from '@/rules/access';
import { holdsSeat } from '@/rules/enrollment';
import { noSubject, operation } from '@/server/operation';

/** A course in the list of those who teach it. `edition` is null before the first is published. */
export type TaughtCourse = {
  slug: string;
  title: string;
  edition: { number: number; publishedAt: Date; verified: string } | null;
  enrolled: number;
  active: number;
  completed: number;
};

/** The courses somebody is staff of, with how many learn there; an admin sees every course. */
export const listTaughtCourses = operation({
  name: 'list-taught-courses',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isTeachingStaff,
  async run({ db, actor }): Promise<{ courses: TaughtCourse[] }> {
    const rows = await coursesTaughtBy(db, actor.role === 'admin' ? null : actor.userId);
    if (rows.length === 0) return { courses: [] };
    const counts = await enrollmentCounts(
      db,
      rows.map((row) => row.id),
    );
    const courses = await Promise.all(
      rows.map(async ({ id, slug, editionId }) => {
        const edition = editionId === null ? null : await editionById(db, editionId);
        const own = counts.filter((row) => row.courseId === id);
        const sum = (states: typeof own) => states.reduce((total, row) => total + row.count, 0);
        return {
          slug,
          title: edition?.manifest.title ?? slug,
          edition: edition && {
            number: edition.number,
            publishedAt: edition.publishedAt,
            verified: edition.manifest.verified,
          },
          enrolled: sum(own.filter((row) => holdsSeat(row.state))),
          active: sum(own.filter((row) => row.state === 'active')),
          completed: sum(own.filter((row) => row.state === 'completed')),
        };
      }),
    );
    return { courses };
  },
});

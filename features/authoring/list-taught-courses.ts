import * as z from 'zod';
import { type TaughtCourseRow, taughtCourses } from '@/db/queries/courses';
import { enrollmentCounts } from '@/db/queries/enrollments';
import { isTeachingStaff } from '@/rules/access';
import { holdsSeat } from '@/rules/enrollment/enrollment-states';
import { noSubject, operation } from '@/server/operation';
import { courseTitle } from './course-title';

/** A course in the list of those who teach it, by the title of its draft, with the people who learn in it. */
export type TaughtCourse = Pick<TaughtCourseRow, 'slug' | 'role' | 'savedAt' | 'edition' | 'changed'> & {
  title: string;
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
  async run({ db, actor }): Promise<{ courses: TaughtCourse[]; archived: TaughtCourse[] }> {
    const rows = await taughtCourses(db, { userId: actor.userId, all: actor.role === 'admin' });
    const counts =
      rows.length === 0
        ? []
        : await enrollmentCounts(
            db,
            rows.map((row) => row.id),
          );
    const listed = rows.map(({ id, archived, head, ...row }) => {
      const own = counts.filter((count) => count.courseId === id);
      const sum = (states: typeof own) => states.reduce((total, { count }) => total + count, 0);
      return {
        archived,
        course: {
          ...row,
          title: courseTitle(head ?? '') ?? row.edition?.title ?? row.slug,
          enrolled: sum(own.filter(({ state }) => holdsSeat(state))),
          active: sum(own.filter(({ state }) => state === 'active')),
          completed: sum(own.filter(({ state }) => state === 'completed')),
        },
      };
    });
    const those = (archived: boolean) =>
      listed.filter((one) => one.archived === archived).map(({ course }) => course);
    return { courses: those(false), archived: those(true) };
  },
});

import * as z from 'zod';
import { canGrade } from '@/rules/access';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { gradebookNow } from './items';

/** How the grades of a course come to one, to be changed. */
export const getGradebookSettings = operation({
  name: 'get-gradebook-settings',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canGrade,
  async run({ db, subject: course }) {
    const { settings, version, items } = await gradebookNow(db, course.id, course.currentEditionId);
    return {
      version,
      pass: settings.pass,
      categories: settings.categories,
      columns: settings.columns,
      items: items.map(({ id, title, kind, gone, category, points, required }) => ({
        id,
        title,
        kind,
        gone,
        category,
        points,
        required,
      })),
    };
  },
});

export type ShownSettings = OutputOf<typeof getGradebookSettings>;

import * as z from 'zod';
import { gradeListsOf } from '@/db/queries/grade-lists';
import { canGrade, canReadContacts } from '@/rules/access';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** The lists of grades that were taken in for a course, and how learners may be named in another. */
export const listGradeLists = operation({
  name: 'list-grade-lists',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, subject: course }) {
    const lists = await gradeListsOf(db, course.id, 50);
    return {
      contacts: canReadContacts(actor, course),
      lists: lists.map(({ at, ...list }) => ({ ...list, at: new Date(at).toISOString() })),
    };
  },
});

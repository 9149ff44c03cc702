import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { coursesOfLearner } from '@/db/queries/learning';
import { isSignedIn } from '@/rules/access';
import { mayLearn } from '@/rules/enrollment-terms';
import { noSubject, operation } from '@/server/operation';
import { type CourseProgress, courseProgress } from './syllabus';

export type MyCourse = CourseProgress;

/** The courses a person is in, the one last worked in first, each with its one next step. */
export const listMyLearning = operation({
  name: 'list-my-learning',
  kind: 'read',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isSignedIn,
  async run({ db, actor }): Promise<{ courses: MyCourse[] }> {
    const rows = await coursesOfLearner(db, actor.userId);
    const courses = await Promise.all(
      rows.map(async (row) => {
        const edition = await editionById(db, row.editionId);
        if (!edition || row.state === null) return [];
        const open = mayLearn({ ...row, state: row.state }, row.now);
        return [courseProgress({ ...row, edition, mayLearn: open })];
      }),
    );
    return { courses: courses.flat() };
  },
});

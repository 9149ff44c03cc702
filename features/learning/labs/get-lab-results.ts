import * as z from 'zod';
import { labErrors, labLearners, labTallies } from '@/db/queries/lab-results';
import { labs } from '@/kinds/labs/registry';
import { canReadGrades } from '@/rules/access';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { slugInput } from '../place';

/** How many learners a page shows. */
const perPage = 50;

/** A lab of a course: what goes wrong in it, and how far its learners are. */
export const getLabResults = operation({
  name: 'get-lab-results',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...courseInput,
    lesson: slugInput,
    block: slugInput,
    page: z.int().min(1).max(10_000),
  }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, input, subject: course }) {
    const { lesson: lessonId, block: blockId, page } = input;
    const tally = (await labTallies(db, course.id)).find(
      (one) => one.lessonId === lessonId && one.blockId === blockId,
    );
    if (!tally) throw new NotFound(`lab ${lessonId} ${blockId}`);
    const of = { courseId: course.id, lessonId, blockId };
    const learners = await labLearners(db, of, { limit: perPage, offset: (page - 1) * perPage });
    const errors = await labErrors(db, of);
    return {
      title: labs.get(tally.lab)?.title ?? tally.lab,
      learnersCount: tally.learners,
      passed: tally.passed,
      failed: tally.failed,
      errors: errors.map(({ code, says, submissions, learners: of, stuck }) => ({
        code,
        says,
        submissions,
        learners: of,
        stuck,
      })),
      learners: learners.map(({ attemptId, name, number, tries, passedAt, lastAt, lastSays }) => ({
        attemptId,
        name,
        number,
        tries,
        passed: passedAt !== null,
        lastAt: lastAt === null ? null : new Date(lastAt),
        lastSays,
      })),
      page,
      pages: Math.max(1, Math.ceil(tally.learners / perPage)),
    };
  },
});

export type LabResults = OutputOf<typeof getLabResults>;

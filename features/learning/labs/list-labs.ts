import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { labTallies } from '@/db/queries/lab-results';
import { labs } from '@/kinds/labs/registry';
import { canReadGrades } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** The labs of the current edition, and those of earlier ones in which somebody has begun, with what came of them. */
export const listLabs = operation({
  name: 'list-labs',
  kind: 'read',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, subject: course }) {
    const tallies = await labTallies(db, course.id);
    const edition = course.currentEditionId ? await editionById(db, course.currentEditionId) : null;
    const current = lessonsOf(edition?.manifest ?? { modules: [] }).flatMap(({ id, title, blocks }) =>
      blocks.flatMap(({ id: blockId, lab }) => (lab ? [{ lessonId: id, lesson: title, blockId, lab }] : [])),
    );
    const isOf = (tally: { lessonId: string; blockId: string }) => (one: typeof tally) =>
      one.lessonId === tally.lessonId && one.blockId === tally.blockId;
    const earlier = tallies
      .filter((tally) => !current.some(isOf(tally)))
      .map(({ lessonId, blockId, lab }) => ({ lessonId, lesson: null, blockId, lab }));
    const none = { learners: 0, passed: 0, wrong: 0, failed: 0 };
    return {
      labs: [...current, ...earlier].map((one) => {
        const { learners, passed, wrong, failed } = tallies.find(isOf(one)) ?? none;
        const title = labs.get(one.lab)?.title ?? one.lab;
        return { ...one, title, learners, passed, wrong, failed };
      }),
    };
  },
});

/** `lesson` is null where the current edition does not have it any more. */
export type ListedLab = OutputOf<typeof listLabs>['labs'][number];

import * as z from 'zod';
import { cohortsToChoose } from '@/db/queries/enrollment-details';
import { gradesInItem } from '@/db/queries/gradebook-table';
import { canGrade, canReadGrades } from '@/rules/access';
import { spreadWords, tenths } from '@/rules/grading/distribution';
import { passesItem } from '@/rules/grading/gradebook';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput } from '../in-course';
import { itemOfCourse } from './item-of-course';
import { itemIdInput } from './learner-of-course';

const mostNamed = 50;

/** One item: how its grades are spread, who has none, and which wait for their release. */
export const getItemGrades = operation({
  name: 'get-item-grades',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, item: itemIdInput }),
  subject: itemOfCourse,
  allow: canReadGrades,
  async run({ db, actor, subject: course }) {
    const { item } = course;
    const rows = await gradesInItem(db, course.id, item.id);
    const shares = rows.flatMap(({ share }) => (share === null ? [] : [share]));
    const without = rows.filter(({ share }) => share === null);
    const cohorts = await cohortsToChoose(db, course.id);
    const waiting = rows.filter(({ share, released }) => share !== null && !released);
    const counted = (of: typeof rows) => ({
      all: of.length,
      cohorts: cohorts
        .map(({ id, name }) => ({ id, name, count: of.filter(({ cohortId }) => cohortId === id).length }))
        .filter(({ count }) => count > 0),
    });
    return {
      item: {
        id: item.id,
        title: item.title,
        kind: item.kind,
        release: item.release,
        gone: item.gone,
        points: item.points,
        required: item.required,
      },
      learners: rows.length,
      spread: spreadWords(shares, (share) => passesItem(item, share)),
      bars: shares.length === 0 ? [] : tenths(shares),
      without: {
        count: without.length,
        people: without.slice(0, mostNamed).map(({ enrollmentId: id, name }) => ({ id, name })),
      },
      waiting: counted(waiting),
      released: counted(rows.filter(({ share, released }) => share !== null && released)),
      mayGrade: canGrade(actor, course),
    };
  },
});

export type ItemGrades = OutputOf<typeof getItemGrades>;

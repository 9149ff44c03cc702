import * as z from 'zod';
import { accommodationsOf } from '@/db/queries/accommodations';
import { editionById } from '@/db/queries/editions';
import { canManageRoster } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { type OutputOf, operation } from '@/server/operation';
import { enrollmentInput, enrollmentOfCourse } from '../roster/get-enrollment';

/** What was agreed with somebody beyond the rules of quizzes, and for which quizzes more can be. */
export const listAccommodations = operation({
  name: 'list-accommodations',
  kind: 'read',
  by: 'person',
  input: z.strictObject(enrollmentInput),
  subject: enrollmentOfCourse,
  allow: canManageRoster,
  async run({ db, subject: { enrollment } }) {
    const manifest = (await editionById(db, enrollment.editionId))?.manifest;
    const quizzes = manifest ? lessonsOf(manifest).filter(({ quiz, work }) => quiz ?? work) : [];
    const titles = new Map(quizzes.map(({ id, title }) => [id, title]));
    const given = await accommodationsOf(db, enrollment.id);
    return {
      quizzes: quizzes.map(({ id, title }) => ({ id, title })),
      given: given.map((one) => ({ ...one, title: titles.get(one.lessonId) ?? null })),
    };
  },
});

export type AgreedWith = OutputOf<typeof listAccommodations>;

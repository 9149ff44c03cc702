import * as z from 'zod';
import type { Db } from '@/db/client';
import { isCohortName, takeNamingTurn } from '@/db/queries/cohorts';
import { editionNumbered } from '@/db/queries/editions';
import { InvalidInput } from '@/server/operation';
import { courseInput } from '../in-course';
import { zoneInput } from '../input';
import { termsInput } from '../terms/input';

/** The part of the input that names a cohort of a course. */
export const cohortInput = { ...courseInput, cohort: z.uuid() };

const oneLine = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is typed of a cohort. */
export const cohortFields = {
  ...termsInput,
  name: z
    .string()
    .max(300, 'Use at most 100 characters.')
    .transform(oneLine)
    .refine(
      (name) =>
        name.length > 0 && name.length <= 100 && !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(name),
      'Give the cohort a name: one line, at most 100 characters.',
    ),
  zone: zoneInput,
  /** The number of an edition; empty for the course's current one. */
  edition: z
    .string()
    .regex(/^\d{0,9}$/, 'Choose an edition.')
    .default(''),
};

/** The edition that a form names by its number. */
export async function editionOfForm(db: Db, courseId: string, typed: string): Promise<string | null> {
  if (typed === '') return null;
  const editionId = await editionNumbered(db, courseId, Number(typed));
  if (editionId === null)
    throw new InvalidInput({ edition: 'There is no such edition. Choose another one.' });
  return editionId;
}

/** Stops a name that another cohort of the course has; nobody takes it until the transaction ends. */
export async function assertNameFree(
  db: Db,
  courseId: string,
  name: string,
  except: string | null = null,
): Promise<void> {
  await takeNamingTurn(db, courseId);
  if (await isCohortName(db, courseId, name, except))
    throw new InvalidInput({ name: 'Another cohort of this course is called so. Choose another name.' });
}

import * as z from 'zod';
import type { Db } from '@/db/client';
import { studioCourse } from '@/db/queries/drafts';
import type { Actor } from '@/rules/access';
import { courseInput } from '../in-course';

/** The query of the address of a table: its filter, order, columns, page and what was chosen. */
const query = z.string().max(16_000);

export const siteInput = { query };
export const rosterInput = { ...courseInput, query };
/** For what is done in one course or, without one, over all of them. An empty field of a form is no course. */
export const placeInput = {
  course: z.union([z.literal('').transform(() => null), courseInput.course, z.null()]),
  query,
};

/** Subject of what is done in one course or over all: without a course only a role on the site counts. */
export async function inPlace(db: Db, { course }: { course: string | null }, actor: Actor) {
  return course === null ? { id: null, slug: null, staffRole: null } : studioCourse(db, course, actor.userId);
}

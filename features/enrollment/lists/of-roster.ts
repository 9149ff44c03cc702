import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { type RosterHead, rosterHead } from '@/db/queries/rosters';
import type { Actor } from '@/rules/access';
import { courseInput, inCourse } from '../in-course';

/** The part of the input that names a list. */
export const rosterInput = { ...courseInput, roster: z.uuid() };

/** Subject of what is about one list: it must be of this very course. */
export async function ofRoster(
  db: Db,
  { course: slug, roster: id }: { course: string; roster: string },
  actor: Actor,
): Promise<(StudioCourse & { roster: RosterHead }) | null> {
  const course = await inCourse(db, { course: slug }, actor);
  const roster = course && (await rosterHead(db, course.id, id));
  return course && roster ? { ...course, roster } : null;
}

import * as z from 'zod';
import type { Db } from '@/db/client';
import { activeOwnerIds, staffMember } from '@/db/queries/staff';
import type { Actor } from '@/rules/access';
import type { CourseRole } from '@/rules/accounts/roles';
import { staffRefusal } from '@/rules/authoring/course-staff';
import { Refused } from '@/server/operation';
import { inLockedStudio, inStudio, studioInput } from '../studio';

/** The part of the input that names one of the people of a course. */
export const memberInput = { ...studioInput, userId: z.uuid() };

type Named = { course: string; userId: string };

/** Subject of what shows one of the people of a course: the course, with that person in it. */
export async function inStaff(db: Db, { course: slug, userId }: Named, actor: Actor) {
  const course = await inStudio(db, { course: slug }, actor);
  const member = course && (await staffMember(db, course.id, userId));
  return member && { ...course, member };
}

/** Subject of what changes who works on it: the course is locked, so that one change sees the other. */
export async function inLockedStaff(db: Db, { course: slug, userId }: Named, actor: Actor) {
  const course = await inLockedStudio(db, { course: slug }, actor);
  const member = course && (await staffMember(db, course.id, userId));
  return member && { ...course, member };
}

/** Stops a change that would leave the course without an owner. The caller holds the course locked. */
export async function assertOwnerStays(
  db: Db,
  courseId: string,
  personId: string,
  to: CourseRole | null,
): Promise<void> {
  const code = staffRefusal({ ownerIds: await activeOwnerIds(db, courseId), personId, to });
  if (code) throw new Refused(code);
}

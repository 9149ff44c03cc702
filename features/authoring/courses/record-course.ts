import { randomBytes } from 'node:crypto';
import type { Db } from '@/db/client';
import { isSlugTaken, recordCourse } from '@/db/queries/courses';
import { recordStaff } from '@/db/queries/staff';
import { proposedSlug, slugWith } from '@/rules/authoring/course-draft';
import { InvalidInput } from '@/server/operation';

type NewCourse = { title: string; slug: string; zone: string; ownerId: string };

/**
 * Makes an empty course that belongs to one person: under the address they typed, or under one made from
 * the title. An address that was typed and is taken is a mistake of the field `slug`.
 */
export async function recordOwnedCourse(
  db: Db,
  { title, slug: typed, zone, ownerId }: NewCourse,
): Promise<{ id: string; slug: string }> {
  const slug = typed === '' ? await freeSlug(db, proposedSlug(title)) : typed;
  const id = await recordCourse(db, { slug, zone });
  if (id === null) {
    const free = await freeSlug(db, slug);
    throw new InvalidInput({ slug: `Another course has this address. ${free} is free.` });
  }
  await recordStaff(db, { courseId: id, userId: ownerId, role: 'owner' });
  return { id, slug };
}

/** The address itself where nobody has it, else the same with a number; without one, `course-` and a few letters. */
async function freeSlug(db: Db, wanted: string | null): Promise<string> {
  const random = randomBytes(3).toString('hex');
  if (wanted === null) return `course-${random}`;
  for (const slug of [wanted, ...['2', '3', '4'].map((number) => slugWith(wanted, number))]) {
    if (!(await isSlugTaken(db, slug))) return slug;
  }
  return slugWith(wanted, random);
}

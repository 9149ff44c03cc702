import * as z from 'zod';
import type { Db } from '@/db/client';
import { type StudioCourse, studioCourse } from '@/db/queries/drafts';
import { type EditionRow, editionById } from '@/db/queries/editions';
import { editionsOfCourse, newestEditionByLesson } from '@/db/queries/figures';
import type { Actor } from '@/rules/access';
import { courseSlugForm } from '@/rules/authoring/course-slug';
import { lessonsOf } from '@/rules/editions/edition';
import { NotFound } from '@/server/operation';

/** The course, and the number of an edition or all of them. */
export const figuresInput = {
  course: z.string().max(200).regex(courseSlugForm),
  edition: z.string().regex(/^(all|[1-9]\d{0,5})$/),
};

/** Subject of every figure: the course, for somebody who may be of it. */
export const courseOfFigures = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => studioCourse(db, course, actor.userId);

type Listed = { id: string; number: number; publishedAt: Date };
export type Scope = {
  /** Every edition, the newest first. */
  editions: Listed[];
  /** The edition that was chosen; null for all together. */
  chosen: string | null;
  /** Whose outline and words the figures are shown with; null before the first edition. */
  edition: EditionRow | null;
};

/** The editions that figures are about. Throws NotFound when there is no such edition. */
export async function scopeOf(db: Db, course: StudioCourse, edition: string): Promise<Scope> {
  const editions = await editionsOfCourse(db, course.id);
  const chosen = editions.find(({ number }) => String(number) === edition) ?? null;
  if (edition !== 'all' && !chosen) throw new NotFound(`edition ${edition}`);
  const id = chosen?.id ?? course.currentEditionId;
  return { editions, chosen: chosen?.id ?? null, edition: id === null ? null : await editionById(db, id) };
}

/** The edition to show a lesson with: the scope's own or, for all together, the newest that has it. */
export async function editionWith(
  db: Db,
  course: StudioCourse,
  { edition, chosen }: Scope,
  lessonId: string,
): Promise<EditionRow | null> {
  const has = edition && lessonsOf(edition.manifest).some(({ id }) => id === lessonId);
  if (has) return edition;
  if (chosen !== null) return null;
  const homes = await newestEditionByLesson(db, course.id);
  const home = homes.find((entry) => entry.lessonId === lessonId);
  return home ? editionById(db, home.editionId) : null;
}

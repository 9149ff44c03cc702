import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Db } from '@/db/client';
import { recordAsset } from '@/db/queries/assets';
import { recordCourse } from '@/db/queries/courses';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { lockStudioCourse, replaceDraftFiles } from '@/db/queries/drafts';
import { recordImport } from '@/db/queries/imports';
import { recordStaff } from '@/db/queries/staff';
import { userByEmail } from '@/db/queries/users';
import { isPlatform } from '@/rules/access';
import { slugProblem, zoneNamed } from '@/rules/authoring/course-draft';
import { wayNote } from '@/rules/authoring/foreign-course-report';
import { InvalidInput, noSubject, operation } from '@/server/operation';
import { draftOf } from '../studio';
import { nobody } from './export-course-folder';
import { zoneIn } from './own-slug';
import { preparedInput } from './prepared';
import { resultOfImport } from './result-of-import';

/**
 * Makes the draft of a course what a folder holds, for whoever runs the server; a course that is not there
 * yet is made. It is done in the name of a person: they own a new course, and a draft that gives way is kept
 * for a day as theirs.
 */
export const importCourseFolder = operation({
  name: 'import-course-folder',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    slug: z.string().max(200),
    inNameOf: z.string().max(300),
    prepared: preparedInput,
  }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input: { slug, inNameOf, prepared } }) {
    const problem = slugProblem(slug);
    if (problem) throw new InvalidInput({ slug: problem });
    const person = await userByEmail(db, inNameOf.trim().toLowerCase());
    if (!person) throw new InvalidInput({ inNameOf: 'Nobody has an account with this address.' });
    for (const asset of prepared.assets.values()) await recordAsset(db, asset);
    const { courseId, made } = await courseAt(db, slug, prepared.texts.get('course.yaml') ?? '');
    if (made) await recordStaff(db, { courseId, userId: person.id, role: 'owner' });
    const present = await draftOf(db, courseId);
    if (!made) {
      const report = [wayNote('former')];
      await recordImport(db, { ...present, courseId, createdBy: person.id, name: prepared.name, report });
    }
    const result = resultOfImport(present, prepared, slug);
    const counts = await replaceDraftFiles(db, courseId, result.texts, person.id, randomUUID());
    await replaceDraftAssets(db, courseId, result.assets, person.id);
    return { made, ...counts };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.slug}`,
    detail: { inNameOf: input.inNameOf, ...output },
  }),
});

/** The course with an address, locked; made where there is none. */
async function courseAt(db: Db, slug: string, head: string): Promise<{ courseId: string; made: boolean }> {
  const zone = zoneNamed(zoneIn(head) ?? '') ?? 'UTC';
  const id = await recordCourse(db, { slug, zone });
  const course = id === null ? await lockStudioCourse(db, slug, nobody) : null;
  return { courseId: id ?? course?.id ?? '', made: id !== null };
}

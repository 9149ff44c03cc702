import * as z from 'zod';
import { recordCourse } from '@/db/queries/courses';
import { replaceDraftAssets } from '@/db/queries/draft-assets';
import { recordDraftFiles } from '@/db/queries/drafts';
import { importContent, setImportCourse } from '@/db/queries/imports';
import { recordStaff } from '@/db/queries/staff';
import { isOwn } from '@/rules/access';
import { slugProblem, zoneNamed } from '@/rules/authoring/course-draft';
import { InvalidInput, NotFound, operation } from '@/server/operation';
import { importInput, ownLockedImport } from './own-import';
import { withSlug, zoneIn } from './own-slug';

/**
 * Makes a course of an import: its files are the draft, whoever uploaded them owns it. An import becomes
 * one course, however often it is asked for.
 */
export const createFromImport = operation({
  name: 'create-from-import',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...importInput, slug: z.string().trim().max(200) }),
  subject: ownLockedImport,
  allow: isOwn,
  async run({ db, actor, input, subject: found }) {
    if (found.slug !== null) return { slug: found.slug, made: false };
    const { slug } = input;
    const problem = slugProblem(slug);
    if (problem) throw new InvalidInput({ slug: problem });
    const content = await importContent(db, found.id);
    if (!content) throw new NotFound('no such import');
    const { texts, assets } = content;
    const head = texts.get('course.yaml') ?? '';
    const courseId = await recordCourse(db, { slug, zone: zoneNamed(zoneIn(head) ?? '') ?? 'UTC' });
    if (courseId === null)
      throw new InvalidInput({ slug: 'There is a course at this address already. Choose another one.' });
    await recordStaff(db, { courseId, userId: actor.userId, role: 'owner' });
    await recordDraftFiles(
      db,
      courseId,
      new Map(texts).set('course.yaml', withSlug(head, slug)),
      actor.userId,
    );
    await replaceDraftAssets(db, courseId, assets, actor.userId);
    await setImportCourse(db, found.id, courseId);
    return { slug, made: true };
  },
  audit: ({ input, output }) =>
    output.made ? { object: `course:${output.slug}`, detail: { import: input.import } } : null,
});

import * as z from 'zod';
import { copyDraft, draftFileAt, recordDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { inLockedStudio, studioInput } from '../studio';
import { editHead, readHead } from './course-head';
import { slugInput, titleInput } from './input';
import { recordOwnedCourse } from './record-course';

/**
 * Makes a course of one's own out of the draft of another: its files and its pictures, not its editions,
 * people or learners.
 */
export const duplicateCourse = operation({
  name: 'duplicate-course',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, title: titleInput, slug: slugInput.default('') }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { title, slug: typed }, subject: { id: from, zone } }) {
    const head = await draftFileAt(db, from, 'course.yaml');
    if (!head || !readHead(head.text)) throw new Refused('course-head-unreadable');
    const { id, slug } = await recordOwnedCourse(db, { title, zone, slug: typed, ownerId: actor.userId });
    await recordDraftFiles(db, id, [[head.path, editHead(head.text, { slug, title })]], actor.userId);
    await copyDraft(db, { from, to: id, except: head.path, by: actor.userId });
    return { slug };
  },
  audit: ({ input, output }) => ({ object: `course:${output.slug}`, detail: { from: input.course } }),
});

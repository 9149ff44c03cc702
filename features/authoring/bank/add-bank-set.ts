import * as z from 'zod';
import { recordDraftFiles } from '@/db/queries/drafts';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { titleInput } from '../outline/input';
import { inLockedStudio, studioInput } from '../studio';
import { newSetPath } from './set-file';
import { setText } from './set-text';

/** Adds an empty set to the question bank. */
export const addBankSet = operation({
  name: 'add-bank-set',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, title: titleInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { title }, subject: course }): Promise<{ fileId: string; path: string }> {
    const path = await newSetPath(db, course.id, title);
    const ids = await recordDraftFiles(db, course.id, [[path, setText(title)]], actor.userId);
    return { fileId: ids.get(path) ?? '', path };
  },
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { file: output.path, title: input.title },
  }),
});

import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation, Refused } from '@/server/operation';
import { titleInput } from '../outline/input';
import { saveFields } from '../outline/save-fields';
import { inLockedStudio, studioInput } from '../studio';
import { setFile } from './set-file';

/** Gives a set another title. Its name stays: quizzes name it, and what they drew carries it. */
export const renameBankSet = operation({
  name: 'rename-bank-set',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, file: z.uuid(), title: titleInput }),
  subject: inLockedStudio,
  allow: canEditCourse,
  async run({ db, actor, input: { file: fileId, title }, subject: course }): Promise<{ title: string }> {
    const file = await setFile(db, course.id, fileId);
    const { version } = file;
    const saved = await saveFields(db, file, { title }, { courseId: course.id, version, by: actor.userId });
    if (!saved.ok) throw new Refused('changed-meanwhile');
    return { title };
  },
  audit: ({ input }) => ({
    object: `course:${input.course}`,
    detail: { file: input.file, title: input.title },
  }),
});

import * as z from 'zod';
import { isTeachingStaff } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { preparedInput, stage } from './prepared';

/** Keeps what an upload would bring as a course of its own. There is no course yet. */
export const stageNewCourse = operation({
  name: 'stage-new-course',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ prepared: preparedInput }),
  subject: noSubject,
  allow: isTeachingStaff,
  run: async ({ db, actor, input: { prepared } }) => ({
    id: await stage(db, { prepared, courseId: null, createdBy: actor.userId }),
  }),
  audit: ({ input, output }) => ({
    object: `import:${output.id}`,
    detail: { files: input.prepared.texts.size, media: input.prepared.assets.size },
  }),
});

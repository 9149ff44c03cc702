import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import { inStudio, studioInput } from '../studio';
import { preparedInput, stage } from './prepared';

/** Keeps what an upload would bring to a course. Nothing of the course changes. */
export const stageImport = operation({
  name: 'stage-import',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ ...studioInput, prepared: preparedInput }),
  subject: inStudio,
  allow: canEditCourse,
  run: async ({ db, actor, input: { prepared }, subject: course }) => ({
    id: await stage(db, { prepared, courseId: course.id, createdBy: actor.userId }),
  }),
  audit: ({ input, output }) => ({
    object: `course:${input.course}`,
    detail: { import: output.id, files: input.prepared.texts.size, media: input.prepared.assets.size },
  }),
});

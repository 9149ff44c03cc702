import * as z from 'zod';
import { isTeachingStaff } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { noSubject, operation } from '@/server/operation';
import { mayUpload } from './limits';

/** Lets an upload in that is to become a course of its own, before a byte of it is read. */
export const admitNewCourse = operation({
  name: 'admit-new-course',
  kind: 'write',
  by: 'person',
  input: z.strictObject({}),
  subject: noSubject,
  allow: isTeachingStaff,
  run: async ({ db, actor }): Promise<Answer> =>
    (await mayUpload(db, actor.userId)) ? { ok: true } : { ok: false, code: 'too-many-tries' },
  audit: () => null,
});

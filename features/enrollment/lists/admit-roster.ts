import * as z from 'zod';
import { consume } from '@/db/queries/rate-limits';
import { canManageRoster } from '@/rules/access';
import type { Answer } from '@/rules/answer';
import { operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';

/** Lets a list of people in, before a byte of it is read. */
export const admitRoster = operation({
  name: 'admit-roster',
  kind: 'write',
  by: 'person',
  input: z.strictObject(courseInput),
  subject: inCourse,
  allow: canManageRoster,
  async run({ db, actor }): Promise<Answer> {
    const within = await consume(db, `roster:${actor.userId}`, 60, 3600);
    return within ? { ok: true } : { ok: false, code: 'too-many-tries' };
  },
  // What was sent leaves its entry when it is staged.
  audit: () => null,
});

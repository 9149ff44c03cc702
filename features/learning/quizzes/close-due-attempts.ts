import * as z from 'zod';
import { dueAttempts } from '@/db/queries/attempts';
import { isPlatform } from '@/rules/access';
import { noSubject, operation } from '@/server/operation';
import { closeAttempt } from './close-attempt';
import { placeInQuiz } from './place';

/** Hands in what was saved of the attempts whose time is over, whether or not a browser is still there. */
export const closeDueAttempts = operation({
  name: 'close-due-attempts',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ most: z.int().min(1).max(1_000) }),
  subject: noSubject,
  allow: isPlatform,
  async run({ db, input: { most } }): Promise<{ closed: number }> {
    const due = await dueAttempts(db, most);
    for (const attempt of due) {
      const at = { course: attempt.slug, lesson: attempt.lessonId };
      await closeAttempt(db, attempt, 'clock', await placeInQuiz(db, at, { userId: attempt.userId }));
    }
    return { closed: due.length };
  },
  audit: 'in-ledger',
});

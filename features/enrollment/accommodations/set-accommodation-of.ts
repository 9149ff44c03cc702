import * as z from 'zod';
import { setAccommodation } from '@/db/queries/accommodations';
import { lockLearner } from '@/db/queries/attempts';
import { editionById } from '@/db/queries/editions';
import { canManageRoster } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { InvalidInput, operation } from '@/server/operation';
import { reasonInput } from '../input';
import { enrollmentInput, enrollmentOfCourse } from '../roster/get-enrollment';
import { renewRunning } from './renew-running';

const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: 'Write a number.' })
    .int('Write a whole number.')
    .min(least, `At least ${least}.`)
    .max(most, `At most ${most}.`);

/**
 * Agrees with somebody on more time, attempts or days in one quiz or in all. It holds at once, for an attempt
 * under way as well.
 */
export const setAccommodationOf = operation({
  name: 'set-accommodation-of',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...enrollmentInput,
    lesson: z.string().max(100),
    timePercent: whole(100, 400),
    extraAttempts: whole(0, 20),
    extraDays: whole(0, 365),
    reason: reasonInput,
  }),
  subject: enrollmentOfCourse,
  allow: canManageRoster,
  async run({ db, actor, input, subject: { enrollment } }): Promise<void> {
    const { lesson, timePercent, extraAttempts, extraDays, reason } = input;
    if (reason === '') throw new InvalidInput({ reason: 'Say why: it stays on record.' });
    if (timePercent === 100 && extraAttempts === 0 && extraDays === 0)
      throw new InvalidInput({
        timePercent: 'Nothing is more than usual: give more time, attempts or days.',
      });
    const manifest = (await editionById(db, enrollment.editionId))?.manifest;
    const quizzes = manifest ? lessonsOf(manifest).filter(({ quiz, work }) => quiz ?? work) : [];
    if (lesson !== '' && !quizzes.some(({ id }) => id === lesson))
      throw new InvalidInput({ lesson: 'Choose a quiz or written work of the course.' });
    await lockLearner(db, input.course, enrollment.userId);
    await setAccommodation(db, {
      enrollmentId: enrollment.id,
      lessonId: lesson,
      timePercent,
      extraAttempts,
      extraDays,
      reason,
      grantedBy: actor.userId,
    });
    await renewRunning(db, enrollment.id);
  },
  audit: ({ input: { course, enrollment, reason: _reason, ...given } }) => ({
    object: `enrollment:${enrollment}`,
    detail: { course, ...given },
  }),
});

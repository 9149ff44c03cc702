import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { attemptsOf, recordAttempt } from '@/db/queries/attempts';
import { compiledLesson } from '@/db/queries/editions';
import { isSelfEnrolled } from '@/rules/access';
import { drawn, drawnFromGroups } from '@/rules/assessment/draw';
import { dueTime, mayStart } from '@/rules/assessment/quiz';
import { operation, Refused } from '@/server/operation';
import { enrollmentOf, lessonInput } from '../place';
import { closingTime, lockedInQuiz } from './place';
import { questionsOf } from './questions';

/**
 * Begins an attempt at a quiz: its questions are drawn, and its clock runs. Asked for while one is under way,
 * perhaps by a second click, it is that one.
 */
export const startAttempt = operation({
  name: 'start-attempt',
  kind: 'write',
  by: 'person',
  input: z.strictObject(lessonInput),
  subject: lockedInQuiz,
  allow: isSelfEnrolled,
  async run({ db, subject: place }): Promise<{ attempt: number }> {
    const { rules, editionId, outline, now } = place;
    const enrollmentId = enrollmentOf(place);
    const taken = await attemptsOf(db, enrollmentId, outline.id);
    const open = taken.find(({ submittedAt }) => submittedAt === null);
    if (open) return { attempt: open.number };
    const closesAt = closingTime(rules, place);
    const submitted = taken.map(() => ({ submitted: true }));
    const refusal = mayStart(rules, submitted, closesAt !== null && now >= closesAt);
    if (refusal) throw new Refused(refusal);

    const lesson = await compiledLesson(db, editionId, outline.id);
    if (!lesson) throw new Error(`edition ${editionId} lacks its lesson ${outline.id}`);
    const ids = questionsOf(lesson);
    const seed = randomBytes(16).toString('hex');
    const number = taken.length + 1;
    await recordAttempt(db, {
      enrollmentId,
      editionId,
      lessonId: outline.id,
      number,
      rules,
      seed,
      questions: lesson.draws
        ? drawnFromGroups(lesson.draws, seed)
        : drawn(ids, rules.draw ?? ids.length, seed),
      dueAt: dueTime(rules, now, closesAt),
    });
    return { attempt: number };
  },
  audit: 'in-ledger',
});

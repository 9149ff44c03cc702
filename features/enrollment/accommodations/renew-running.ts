import type { Db } from '@/db/client';
import { lockRunning, setAttemptRules } from '@/db/queries/accommodations';
import { editionById } from '@/db/queries/editions';
import { accommodationFor } from '@/db/queries/grading';
import { accommodated } from '@/rules/assessment/accommodations';
import { dueTime } from '@/rules/assessment/quiz';
import { localInstant } from '@/rules/authoring/schedule';
import { lessonsOf } from '@/rules/editions/edition';

/** Lets what is agreed now hold for the attempts under way as well: their time, and until when they are taken. */
export async function renewRunning(db: Db, enrollmentId: string): Promise<void> {
  for (const attempt of await lockRunning(db, enrollmentId)) {
    const manifest = (await editionById(db, attempt.editionId))?.manifest;
    const quiz = manifest && lessonsOf(manifest).find(({ id }) => id === attempt.lessonId)?.quiz;
    if (!quiz) continue;
    const rules = accommodated(quiz, await accommodationFor(db, enrollmentId, attempt.lessonId));
    const closesAt = localInstant(rules.closes, manifest.zone ?? 'UTC');
    await setAttemptRules(db, attempt.id, rules, dueTime(rules, attempt.startedAt, closesAt));
  }
}

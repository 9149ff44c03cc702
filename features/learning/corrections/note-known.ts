import type { Db } from '@/db/client';
import { noteGrades } from '@/db/queries/grade-notices';
import type { GradeChange } from '@/db/queries/grading';
import { minutesUntilTold } from '@/rules/assessment/regrade';
import { effective } from '@/rules/grading/grades';

/** Notes whom to tell that a grade which they knew is another one now. */
export async function noteKnown(db: Db, lessonId: string, changes: readonly GradeChange[]): Promise<void> {
  const known = changes.flatMap(({ enrollmentId, before, after }) => {
    const was = before?.released ? effective(before) : null;
    return was !== null && after.released && effective(after) !== was ? [{ enrollmentId, known: was }] : [];
  });
  await noteGrades(db, lessonId, known, minutesUntilTold);
}

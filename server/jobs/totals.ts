import { coursesWithOldTotals } from '@/db/queries/gradebook';
import { platform } from '@/features/authoring/import-course';
import { rebuildAllTotals } from '@/features/learning/gradebook/rebuild-all-totals';
import { database } from '../database';

/**
 * Makes totals anew where a course has another edition than they were made with, or other settings.
 * @returns of how many courses.
 */
export async function renewTotals(most = 5): Promise<number> {
  const db = database();
  const courses = await coursesWithOldTotals(db, most);
  for (const courseId of courses) await rebuildAllTotals(db, platform, courseId);
  return courses.length;
}

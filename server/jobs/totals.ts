import { coursesWithOldTotals } from '@/db/queries/gradebook';
import { platform } from '@/features/authoring/import-course';
import { rebuildTotals } from '@/features/learning/gradebook/rebuild-totals';
import { database } from '../database';
import { perform } from '../operation';

/**
 * Makes totals anew where a course has another edition than they were made with.
 * @returns of how many courses.
 */
export async function renewTotals(most = 5): Promise<number> {
  const db = database();
  const courses = await coursesWithOldTotals(db, most);
  for (const courseId of courses) await perform(rebuildTotals, { courseId }, { db, actor: platform });
  return courses.length;
}

import type { Db } from '@/db/client';
import { deletedModuleFiles } from '@/db/queries/outline';
import { lessonPath, modulePath } from '@/rules/authoring/course-files';
import { grouped } from '@/rules/grouped';
import { readHead } from './head';

/** What was deleted at once, to be brought back at once. */
export type Deletion = {
  deletion: string;
  kind: 'lesson' | 'module' | 'files';
  title: string;
  /** How many lessons went with a module. */
  lessons: number;
  deletedAt: Date;
};

const days = 30;
const most = 10;

/** The newest deletions of the last 30 days in the modules of a draft. */
export async function recentDeletions(db: Db, courseId: string, now: Date): Promise<Deletion[]> {
  const since = new Date(now.getTime() - days * 86_400_000);
  const files = await deletedModuleFiles(db, courseId, since);
  const together = grouped(files, ({ deletion }) => deletion);
  return [...together].slice(0, most).map(([deletion, list]) => {
    const lessons = list.filter(({ path }) => lessonPath.test(path));
    const head = list.find(({ path }) => modulePath.test(path));
    const named = head ?? lessons[0] ?? list[0];
    const alone = list.length === 1 && lessons.length === 1;
    return {
      deletion,
      kind: head ? 'module' : alone ? 'lesson' : 'files',
      title: named ? (readHead(named.path, named.head).title ?? named.path) : '',
      lessons: lessons.length,
      deletedAt: named?.deletedAt ?? now,
    };
  });
}

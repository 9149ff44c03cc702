import type { CourseFiles, FileProblem } from '@/rules/authoring/course-files';
import { withAdded } from '@/rules/authoring/course-paths-changes';
import { wayOf } from '@/rules/authoring/foreign-course-report';
import { withSlug } from './own-slug';

/** The draft that applying an import would leave behind. The course keeps its own address. */
export function resultOfImport(
  present: CourseFiles,
  brought: CourseFiles & { report: readonly FileProblem[] },
  slug: string,
): CourseFiles {
  const way = wayOf(brought.report);
  const { texts, assets } = way === 'addition' ? withAdded(present, brought) : brought;
  const result = new Map(texts);
  const head = result.get('course.yaml') ?? (way === 'whole' ? present.texts.get('course.yaml') : undefined);
  if (head !== undefined) result.set('course.yaml', withSlug(head, slug));
  return { texts: result, assets };
}

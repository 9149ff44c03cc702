import type { ImportRow } from '@/db/queries/imports';
import { type CourseFiles, type FileProblem, modulesIn } from '@/rules/authoring/course-files';
import { changesBetween } from '@/rules/authoring/course-paths-changes';
import { countOf, groupsOf, type ImportNote, wayOf } from '@/rules/authoring/foreign-course-report';

/** What the page of an import shows: the report of its dry run, and what it would do to the draft. */
export function showImport(
  head: ImportRow,
  { present, result, report }: { present: CourseFiles; result: CourseFiles; report: readonly FileProblem[] },
) {
  const groups = groupsOf(report as readonly ImportNote[]);
  const changes = changesBetween(present, result);
  const modules = modulesIn(result.texts.keys());
  return {
    id: head.id,
    name: head.name,
    by: head.by,
    createdAt: head.createdAt,
    way: wayOf(report),
    groups: Object.entries(groups).map(([group, notes]) => ({
      group: group as keyof typeof groups,
      count: countOf(notes),
      notes: notes.map(({ file, line, message }) => ({ file, line, message })),
    })),
    changes,
    unchanged: result.texts.size + result.assets.size - changes.filter(({ how }) => how !== 'removed').length,
    modules: modules.length,
    lessons: modules.reduce((sum, { lessons }) => sum + lessons.length, 0),
    media: result.assets.size,
  };
}

/** An import as its page shows it. */
export type ShownImport = ReturnType<typeof showImport>;

import type { Db } from '@/db/client';
import type { CourseFiles, FileProblem } from '@/rules/authoring/course-files';
import { type CompiledCourse, type CompileResult, compileCourse } from '../compile/course';
import { fingerprintOf } from '../exchange/fingerprint';
import { withKeptLessons } from '../keep-lessons';
import { draftOf } from '../studio';

export type CompiledDraft = {
  files: CourseFiles;
  fingerprint: string;
  /** Null when the draft has a mistake that stops publishing. */
  compiled: CompiledCourse | null;
  problems: FileProblem[];
};

/** Courses that were compiled last, by the fingerprint of their files: reviewed, checked and published as one. */
const most = 3;
const kept = new Map<string, Promise<CompileResult>>();

function compileOnce(db: Db, files: CourseFiles, fingerprint: string): Promise<CompileResult> {
  const result = kept.get(fingerprint) ?? withKeptLessons(db, files, () => compileCourse(files));
  kept.delete(fingerprint);
  kept.set(fingerprint, result);
  result.catch(() => kept.delete(fingerprint));
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
  return result;
}

/** Compiles files as an edition of a course. An edition has the address of its course. */
export async function compileFor(
  db: Db,
  slug: string,
  files: CourseFiles,
  fingerprint = fingerprintOf(files),
): Promise<Pick<CompiledDraft, 'compiled' | 'problems'>> {
  const { course, problems } = await compileOnce(db, files, fingerprint);
  if (!course || course.slug === slug) return { compiled: course, problems };
  const lines = files.texts.get('course.yaml')?.split('\n') ?? [];
  const problem = {
    file: 'course.yaml',
    line: lines.findIndex((line) => line.startsWith('slug:')) + 1 || 1,
    message: `slug: this course has the address "${slug}", which stays`,
  };
  return { compiled: null, problems: [...problems, problem] };
}

/** The draft of a course as the edition it would become. */
export async function compiledDraft(db: Db, course: { id: string; slug: string }): Promise<CompiledDraft> {
  const files = await draftOf(db, course.id);
  const fingerprint = fingerprintOf(files);
  return { files, fingerprint, ...(await compileFor(db, course.slug, files, fingerprint)) };
}

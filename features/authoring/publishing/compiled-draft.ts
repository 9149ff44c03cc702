import type { Db } from '@/db/client';
import type { CourseFiles, FileProblem } from '@/rules/course-files';
import { type CompiledCourse, compileCourse } from '../compile/course';
import { fingerprintOf } from '../exchange/fingerprint';
import { draftOf } from '../studio';

export type CompiledDraft = {
  files: CourseFiles;
  fingerprint: string;
  /** Null when the draft has a mistake that stops publishing. */
  compiled: CompiledCourse | null;
  problems: FileProblem[];
};

/** Compiles files as an edition of a course. An edition has the address of its course. */
export async function compileFor(
  slug: string,
  files: CourseFiles,
): Promise<Pick<CompiledDraft, 'compiled' | 'problems'>> {
  const { course, problems } = await compileCourse(files);
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
  return { files, fingerprint: fingerprintOf(files), ...(await compileFor(course.slug, files)) };
}

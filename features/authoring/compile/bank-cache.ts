import { createHash } from 'node:crypto';
import { setNameOf } from '@/rules/assessment/bank';
import type { FileProblem } from '@/rules/authoring/course-files';
import { type BankSet, compileSet } from './bank-set';
import { KeptTexts } from './kept-texts';
import type { SharedHash } from './lesson-cache';
import type { CourseLibrary } from './library';

export type SetResult = { set: BankSet | null; problems: FileProblem[] };

const kept = new KeptTexts<SetResult>(3_000_000);

/** Compiles a set, or gives what it compiled to before. */
async function compileSetOnce(
  path: string,
  text: string,
  library: CourseLibrary,
  { library: shared }: SharedHash,
): Promise<SetResult> {
  const key = createHash('sha256')
    .update(JSON.stringify([shared, path, text]))
    .digest('hex');
  let entry = kept.get(key);
  if (!entry) {
    // Others are let through between sets.
    await new Promise(setImmediate);
    const problems: FileProblem[] = [];
    const set = compileSet(path, text, library, (problem) => {
      problems.push(problem);
    });
    entry = { set, problems };
  }
  kept.keep(key, text, entry);
  return entry;
}

/** The sets of a course, by path. */
export async function compileBank(
  library: CourseLibrary,
  hash: SharedHash,
): Promise<ReadonlyMap<string, SetResult>> {
  const sets = new Map<string, SetResult>();
  for (const [path, text] of library.bank) sets.set(path, await compileSetOnce(path, text, library, hash));
  return sets;
}

/**
 * What is wrong in the bank. In a set that no quiz draws from, mistakes are advice: nothing of it is published.
 * @param drawn the names of the sets that quizzes draw from
 */
export function bankProblems(
  sets: ReadonlyMap<string, SetResult>,
  drawn: ReadonlySet<string>,
  lessons: ReadonlySet<string>,
): FileProblem[] {
  return [...sets].flatMap(([path, { set, problems }]) => {
    const lost = (set?.links ?? []).flatMap(({ lesson, line }): FileProblem[] =>
      lesson === null || lessons.has(lesson)
        ? []
        : [{ file: path, line, message: `there is no lesson "${lesson}"` }],
    );
    const all = [...problems, ...lost];
    return drawn.has(setNameOf(path) ?? '') ? all : all.map((problem) => ({ ...problem, advice: true }));
  });
}

import { parseDocument } from 'yaml';
import type { Db } from '@/db/client';
import { type DraftFile, draftFilesOf } from '@/db/queries/drafts';
import { type FileProblem, lessonPath } from '@/rules/authoring/course-files';
import { isZone } from '@/rules/learning/release';
import { bankProblems, compileBank } from '../compile/bank-cache';
import { libraryHash, type SharedHash } from '../compile/lesson-cache';
import type { CourseLibrary } from '../compile/library';
import { type CourseContext, courseContext } from '../editor/course-context';
import { withKeptLessons } from '../keep-lessons';
import { checkCourse } from './check-course';
import { type CheckedLesson, checkLesson } from './check-lesson';
import { type Head, readHead } from './head';

/** What is known of a draft without reading its texts again. */
export type CheckedDraft = {
  files: { id: string; path: string; version: number }[];
  /** By path: of every lesson and module. */
  heads: ReadonlyMap<string, Head>;
  /** By path: of every lesson that was compiled already. */
  lessons: ReadonlyMap<string, CheckedLesson>;
  /** Of all files together, each once. */
  problems: FileProblem[];
  zone: string | null;
  /** How many lessons have not been compiled yet. */
  pending: number;
};

/** What is kept of a course in memory; a lesson by its file and version, which change with its text. */
type Kept = {
  wanted: string;
  library: CourseLibrary | null;
  lessons: Map<string, CheckedLesson>;
  checked: { key: string; draft: CheckedDraft } | null;
};

/** What the lessons share, and its hashes. */
type Shared = { library: CourseLibrary; hash: SharedHash };

const most = 20;
const kept = new Map<string, Kept>();

/** What is kept of a course; the courses that nobody looks at leave first. */
function keptOf(courseId: string): Kept {
  const known = kept.get(courseId) ?? { wanted: '', library: null, lessons: new Map(), checked: null };
  kept.delete(courseId);
  kept.set(courseId, known);
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest);
  return known;
}

const versionKey = ({ id, version }: { id: string; version: number }) => `${id}:${version}`;
const isShared = ({ path }: { path: string }) => !path.startsWith('modules/');

/**
 * Checks the draft of a course: each lesson is compiled once and kept until its text or what the lessons
 * share changes. After `patience` ms it answers with what it has, and goes on by itself.
 */
export async function checkDraft(db: Db, courseId: string, patience: number): Promise<CheckedDraft> {
  const known = keptOf(courseId);
  const context = await courseContext(db, courseId);
  const key = JSON.stringify([
    context.files.map((file) => [file.path, versionKey(file)]),
    [...context.assets].map(([path, { hash }]) => [path, hash]),
  ]);
  if (known.checked?.key === key) return known.checked.draft;
  known.wanted = key;
  // What a lesson means depends on what it shares with the others.
  if (known.library !== context.library)
    Object.assign(known, { library: context.library, lessons: new Map() });
  const files = await draftFilesOf(db, courseId);
  const course = { texts: new Map(files.map(({ path, text }) => [path, text])), assets: context.assets };
  const shared = { library: context.library, hash: libraryHash(course) };
  const all = withKeptLessons(db, course, () => compileAll(known, key, files, shared));
  // It may still go on when nobody waits for it any more.
  all.catch(() => {});
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([all, enough]);
  clearTimeout(timer);
  const draft = await summary(known.lessons, files, context, shared.hash);
  if (draft.pending === 0) known.checked = { key, draft };
  return draft;
}

/** Compiles what was not compiled yet, until somebody wants the draft in a newer state. */
async function compileAll(known: Kept, key: string, files: DraftFile[], shared: Shared): Promise<void> {
  const lessons = files.filter(({ path }) => lessonPath.test(path));
  const done = known.lessons;
  const present = new Set(lessons.map(versionKey));
  for (const old of done.keys()) if (!present.has(old)) done.delete(old);
  for (const file of lessons) {
    if (done.has(versionKey(file))) continue;
    if (known.wanted !== key || known.lessons !== done) return;
    done.set(versionKey(file), await checked(file, shared));
  }
}

/** A lesson that the compiler itself fails on is a problem of that lesson, not of the outline. */
async function checked({ path, text }: DraftFile, { library, hash }: Shared): Promise<CheckedLesson> {
  try {
    return await checkLesson({ path, text }, library, hash);
  } catch {
    const message = 'this lesson cannot be compiled: look for addresses that are not well formed';
    const id = readHead(path, text).id ?? 'unknown';
    const seen = { id, release: {}, preparation: [], links: [], blocks: new Set<string>(), sets: [] };
    return { minutes: 1, problems: [{ line: 1, message }], seen };
  }
}

async function summary(
  compiled: ReadonlyMap<string, CheckedLesson>,
  files: DraftFile[],
  context: CourseContext,
  hash: SharedHash,
): Promise<CheckedDraft> {
  const lessonFiles = files.filter(({ path }) => lessonPath.test(path));
  const lessons = new Map(
    lessonFiles.flatMap((file): [string, CheckedLesson][] => {
      const lesson = compiled.get(versionKey(file));
      return lesson ? [[file.path, lesson]] : [];
    }),
  );
  const pending = lessonFiles.length - lessons.size;
  const seen = [...lessons.values()].flatMap((lesson) => lesson.seen ?? []);
  const bank = bankProblems(
    await compileBank(context.library, hash),
    new Set(seen.flatMap(({ sets }) => sets)),
    new Set(context.lessons.map(({ id }) => id)),
  );
  const own = [...lessons].flatMap(([file, { problems }]) =>
    problems.map((problem) => ({ file, ...problem })),
  );
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  // While lessons are missing, what is wrong between them cannot be told.
  const between = pending === 0 ? await checkCourse(texts, context.assets, lessons) : [];
  const keyOf = ({ file, line, message }: FileProblem) => `${file}:${line}:${message}`;
  const known = new Set([...context.problems, ...own].map(keyOf));
  return {
    files: files.map(({ id, path, version }) => ({ id, path, version })),
    heads: new Map(
      files.filter((file) => !isShared(file)).map(({ path, text }) => [path, readHead(path, text)]),
    ),
    lessons,
    problems: [
      ...context.problems,
      ...own,
      ...bank,
      ...between.filter((problem) => !known.has(keyOf(problem))),
    ],
    zone: zoneIn(context.texts.get('course.yaml') ?? ''),
    pending,
  };
}

/** The zone that a course.yaml names, even one with mistakes elsewhere. */
export function zoneIn(text: string): string | null {
  const zone: unknown = parseDocument(text, { prettyErrors: false }).get('zone');
  return typeof zone === 'string' && isZone(zone) ? zone : null;
}

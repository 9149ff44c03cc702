import { createHash } from 'node:crypto';
import type { Root } from 'mdast';
import { parseDocument } from 'yaml';
import type { Db } from '@/db/client';
import { draftAssetsOf } from '@/db/queries/draft-assets';
import { draftTexts } from '@/db/queries/draft-texts';
import { draftPaths } from '@/db/queries/drafts';
import { isBankPath } from '@/rules/assessment/bank';
import type { Asset, FileProblem } from '@/rules/authoring/course-files';
import { lessonPath, modulesIn } from '@/rules/authoring/course-files';
import { splitFrontMatter } from '../compile/front-matter';
import { type CourseLibrary, isLibraryFile, readLibrary } from '../compile/library';
import { remembering } from '../compile/remembering';

type LessonName = { fileId: string; path: string; id: string; title: string };
type DraftPath = Awaited<ReturnType<typeof draftPaths>>[number];

/** What an editor of one file needs of the rest of the course. */
export type CourseContext = {
  library: CourseLibrary;
  /** Mistakes in what the lessons share. */
  problems: FileProblem[];
  /** The texts of what the lessons share, by path. */
  texts: ReadonlyMap<string, string>;
  assets: ReadonlyMap<string, Asset>;
  /** The lessons in reading order. */
  lessons: LessonName[];
  files: DraftPath[];
};

type Shared = Pick<CourseContext, 'library' | 'problems' | 'texts'>;
type Bank = CourseLibrary['bank'];
type NamedLesson = { version: number; id: string; title: string };
type Kept = {
  key: string;
  shared: Promise<Shared>;
  bank: { key: string; texts: Promise<Bank> };
  /** The library with the bank in it: the same object as long as both stay. */
  joined: CourseLibrary | null;
  lessons: Map<string, NamedLesson>;
};

const courses = new Map<string, Kept>();
const mostCourses = 50;

/** Every change of a text raises its version, so that paths and versions say whether any text changed. */
function keyOf(files: DraftPath[], assets: ReadonlyMap<string, Asset>): string {
  const hash = createHash('sha256');
  for (const { id, path, version } of files) hash.update(`${id} ${version} ${path}\n`);
  for (const [path, { hash: bytes }] of assets) hash.update(`${bytes} ${path}\n`);
  return hash.digest('hex');
}

/**
 * What the lessons of a draft share, read once for as long as it stays as it is: a preview then costs two
 * short queries and the compiling of one lesson.
 */
export async function courseContext(db: Db, courseId: string): Promise<CourseContext> {
  const [files, assets] = await Promise.all([draftPaths(db, courseId), draftAssetsOf(db, courseId)]);
  const shared = files.filter(({ path }) => isLibraryFile(path));
  const key = keyOf(shared, assets);
  let kept = courses.get(courseId);
  const sets = files.filter(({ path }) => isBankPath(path));
  const bankKey = keyOf(sets, new Map());
  if (kept?.key !== key || kept.bank.key !== bankKey) {
    const same = kept?.key === key ? kept : null;
    const bank =
      kept?.bank.key === bankKey ? kept.bank : { key: bankKey, texts: readBank(db, courseId, sets) };
    kept = {
      key,
      shared: same?.shared ?? readShared(db, courseId, shared, assets),
      bank,
      joined: null,
      lessons: kept?.lessons ?? new Map(),
    };
    for (const reading of [kept.shared, bank.texts]) reading.catch(() => courses.delete(courseId));
  }
  courses.delete(courseId);
  courses.set(courseId, kept);
  const [oldest] = courses.keys();
  if (courses.size > mostCourses && oldest) courses.delete(oldest);
  const [read, bank, lessons] = await Promise.all([
    kept.shared,
    kept.bank.texts,
    lessonNames(db, courseId, files, kept.lessons),
  ]);
  kept.joined ??= { ...read.library, bank };
  return { ...read, library: kept.joined, assets, lessons, files };
}

async function readBank(db: Db, courseId: string, files: DraftPath[]): Promise<Bank> {
  const stored = await draftTexts(
    db,
    courseId,
    files.map(({ id }) => id),
  );
  return new Map(files.map(({ id, path }) => [path, stored.get(id) ?? '']));
}

async function readShared(
  db: Db,
  courseId: string,
  files: DraftPath[],
  assets: ReadonlyMap<string, Asset>,
): Promise<Shared> {
  const stored = await draftTexts(
    db,
    courseId,
    files.map(({ id }) => id),
  );
  const texts = new Map(files.map(({ id, path }) => [path, stored.get(id) ?? '']));
  const problems: FileProblem[] = [];
  const { library } = await readLibrary({ texts, assets }, (problem) => {
    problems.push(problem);
  });
  // A preview renders all blocks of a lesson again although one was changed.
  const render = remembering((tree: Root) => JSON.stringify(tree, withoutPlaces), library.render);
  return { library: { ...library, render }, problems, texts };
}

const withoutPlaces = (key: string, value: unknown) => (key === 'position' ? undefined : value);

/** The ids and titles of all lessons; only the texts that changed since last time are read. */
async function lessonNames(
  db: Db,
  courseId: string,
  files: DraftPath[],
  known: Map<string, NamedLesson>,
): Promise<LessonName[]> {
  const byPath = new Map(files.filter(({ path }) => lessonPath.test(path)).map((file) => [file.path, file]));
  const changed = [...byPath.values()].filter(({ id, version }) => known.get(id)?.version !== version);
  const texts = await draftTexts(
    db,
    courseId,
    changed.map(({ id }) => id),
  );
  for (const { id, version } of changed) known.set(id, { version, ...nameIn(texts.get(id) ?? '') });
  const paths = modulesIn(files.map(({ path }) => path)).flatMap(({ lessons }) => lessons);
  return paths.flatMap((path) => {
    const file = byPath.get(path);
    const name = file && known.get(file.id);
    return file && name ? [{ fileId: file.id, path, id: name.id, title: name.title || path }] : [];
  });
}

/** The id and title in the front matter of a lesson, even in one with mistakes elsewhere. */
function nameIn(text: string): { id: string; title: string } {
  const head = parseDocument(splitFrontMatter(text)?.head ?? '', { prettyErrors: false });
  const word = (name: string) => {
    const value: unknown = head.contents === null ? null : head.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  return { id: word('id'), title: word('title') };
}

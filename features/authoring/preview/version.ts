import * as z from 'zod';
import type { Db } from '@/db/client';
import { draftAssetsOf } from '@/db/queries/draft-assets';
import { draftFilesOf, type StudioCourse } from '@/db/queries/drafts';
import { compiledLesson, editionById, editionLibrary, lessonAnswerKeys } from '@/db/queries/editions';
import { editionsOfCourse } from '@/db/queries/figures';
import type { AnswerKeys, CompiledLesson } from '@/rules/editions/edition';
import type { EditionLibrary } from '@/rules/library/edition-library';
import { NotFound } from '@/server/operation';
import { studioInput } from '../studio';
import { apart, type BrokenLesson, type PreviewCourse } from './compile-draft';
import { draftCourse } from './draft-course';

/** The draft, or the number of an edition. */
const versionInput = z.string().regex(/^(draft|[1-9]\d{0,5})$/);
export const previewInput = { ...studioInput, version: versionInput };
export const previewLessonInput = {
  ...previewInput,
  lesson: z
    .string()
    .max(100)
    .regex(/^[a-z0-9-]+$/),
};

/** A version of a course to be previewed, with the ways to its lessons. */
export type Version = Omit<PreviewCourse, 'broken'> & {
  name: string;
  /** The published editions, the newest first. */
  editions: { number: number; publishedAt: Date }[];
  /** Each with the file in which it is to be mended. */
  broken: (BrokenLesson & { fileId: string | null })[];
  lesson: (id: string) => Promise<CompiledLesson | null>;
  keys: (id: string) => Promise<AnswerKeys | null>;
  /** What stands beside the lessons; null where there is nothing. */
  library: () => Promise<EditionLibrary | null>;
  /** The draft's file in which a lesson is written; null in an edition. */
  fileOf: (id: string) => string | null;
};

/** The version of a course that an address names. Throws NotFound when there is no such edition. */
export async function versionOf(db: Db, course: StudioCourse, name: string): Promise<Version> {
  const editions = await editionsOfCourse(db, course.id);
  if (name === 'draft') return { ...(await draftVersion(db, course)), editions };
  const listed = editions.find(({ number }) => String(number) === name);
  const edition = listed && (await editionById(db, listed.id));
  if (!edition) throw new NotFound(`edition ${name}`);
  return {
    ...apart(edition.manifest),
    name,
    editions,
    problems: 0,
    broken: [],
    lesson: (id) => compiledLesson(db, edition.id, id),
    keys: (id) => lessonAnswerKeys(db, edition.id, id),
    library: () => editionLibrary(db, edition.id),
    fileOf: () => null,
  };
}

async function draftVersion(db: Db, course: StudioCourse): Promise<Omit<Version, 'editions'>> {
  const [files, assets] = await Promise.all([draftFilesOf(db, course.id), draftAssetsOf(db, course.id)]);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const { lessons, paths, broken, library, ...draft } = await draftCourse(db, course.id, { texts, assets });
  const ids = new Map(files.map(({ id, path }) => [path, id]));
  return {
    ...draft,
    name: 'draft',
    broken: broken.map((lesson) => ({ ...lesson, fileId: ids.get(lesson.path) ?? null })),
    lesson: async (id) => lessons.get(id)?.content ?? null,
    keys: async (id) => lessons.get(id)?.keys ?? null,
    library: async () => library,
    fileOf: (id) => ids.get(paths.get(id) ?? '') ?? null,
  };
}

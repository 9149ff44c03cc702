import type { Db } from '@/db/client';
import { recordDraftFiles, renameDraftFiles } from '@/db/queries/drafts';
import { type ModuleItem, placesIn, planRenames } from '@/rules/authoring/outline';
import { Refused } from '@/server/operation';
import type { OpenStructure } from './open-structure';

/** More lessons than this no course needs; doubling modules again and again has an end. */
const mostLessons = 1000;

/** What new files bring: texts by the key under which the structure has them, or by what lies in a folder. */
type NewFiles = {
  lessons: ReadonlyMap<string, string>;
  /** By module key: texts by the rest of their path. */
  modules: ReadonlyMap<string, ReadonlyMap<string, string>>;
  by: string;
};

/**
 * Makes the files of a draft stand as a structure says, and adds new ones where it has them.
 * @returns the ids of the new files by path, with the function that tells the path of a key.
 */
export async function arrange(
  db: Db,
  courseId: string,
  { paths }: OpenStructure,
  wanted: readonly ModuleItem[],
  added?: NewFiles,
) {
  if (wanted.reduce((sum, { lessons }) => sum + lessons.length, 0) > mostLessons)
    throw new Refused('course-too-long');
  await renameDraftFiles(db, courseId, planRenames(wanted, paths));
  const places = placesIn(wanted);
  const lessonTexts = [...(added?.lessons ?? [])].map(
    ([key, text]) => [places.lessons.get(key) ?? '', text] as const,
  );
  const moduleTexts = [...(added?.modules ?? [])].flatMap(([key, files]) =>
    [...files].map(([rest, text]) => [`modules/${places.folders.get(key)}/${rest}`, text] as const),
  );
  const ids = await recordDraftFiles(db, courseId, [...moduleTexts, ...lessonTexts], added?.by ?? null);
  return {
    idOfLesson: (key: string) => ids.get(places.lessons.get(key) ?? '') ?? '',
    idOfModule: (key: string) => ids.get(`modules/${places.folders.get(key)}/module.yaml`) ?? '',
  };
}

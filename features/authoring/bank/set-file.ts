import type { Db } from '@/db/client';
import { bankPathsEver } from '@/db/queries/bank';
import { draftFile } from '@/db/queries/drafts';
import { longestSetName, setNameOf, setPathOf } from '@/rules/assessment/bank';
import { freeId, idFrom } from '@/rules/authoring/outline-names';
import { Refused } from '@/server/operation';
import { isSet } from '../editor/file-problems';

/** A file of the bank that still is there. */
export async function setFile(db: Db, courseId: string, fileId: string) {
  const file = await draftFile(db, courseId, fileId);
  if (!file || !isSet(file.path)) throw new Refused('set-gone');
  return file;
}

/** Sets in a course, at the most. */
const mostSets = 200;

/**
 * A path for a new set, from the words of its title. No set ever had its name: what was answered of that one
 * would count for this one.
 */
export async function newSetPath(db: Db, courseId: string, title: string): Promise<string> {
  const ever = await bankPathsEver(db, courseId);
  if (ever.length >= mostSets) throw new Refused('bank-full');
  const taken = new Set(ever.flatMap((path) => setNameOf(path) ?? []));
  const short = idFrom(title, 'set')
    .slice(0, longestSetName - 4)
    .replace(/-$/, '');
  return setPathOf(freeId(short, taken));
}

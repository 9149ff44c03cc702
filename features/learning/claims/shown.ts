import type { Db } from '@/db/client';
import type { EntryRow } from '@/db/queries/claims';
import { type EditionRow, editionById } from '@/db/queries/editions';
import { type ClaimEntry, type ClaimWords, missingInWords } from '@/rules/claims/entry';
import { lessonsOf } from '@/rules/editions/edition';

/** An entry as pages show it. */
export type ShownEntry = {
  id: string;
  words: ClaimWords;
  lesson: { id: string; title: string };
  /** What it still needs, as a sentence; null where it is complete. */
  missing: string | null;
};

/** The titles of the lessons of an edition by their ids. */
export const titlesIn = (edition: EditionRow): Map<string, string> =>
  new Map(lessonsOf(edition.manifest).map(({ id, title }) => [id, title]));

/** The entry that a row has, without what is only kept beside it. */
export const entryIn = (row: EntryRow): ClaimEntry => {
  const { id, lesson, claim, speaker, mode, evidence, level, change, passage } = row;
  return { id, lesson, claim, speaker, mode, evidence, level, change, passage };
};

/** An entry with the title of its lesson. */
export function shownEntry({ id, lesson, ...words }: ClaimEntry, titles: Map<string, string>): ShownEntry {
  return {
    id,
    words,
    lesson: { id: lesson, title: titles.get(lesson) ?? lesson },
    missing: missingInWords(words),
  };
}

/** The titles of the lessons of the edition that something was handed in under. */
export async function titlesOf(db: Db, editionId: string): Promise<Map<string, string>> {
  const edition = await editionById(db, editionId);
  return edition ? titlesIn(edition) : new Map();
}

/** The copy of entries that was handed in. */
export const shownCopy = (entries: readonly ClaimEntry[], titles: Map<string, string>): ShownEntry[] =>
  entries.map((entry) => shownEntry(entry, titles));

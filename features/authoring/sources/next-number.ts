import type { Db } from '@/db/client';
import { passageNumbersEver } from '@/db/queries/edition-files';
import { letterOf, nextNumbers } from '@/rules/sources/passage-number';
import { Refused } from '@/server/operation';
import type { SourceDocument } from '../compile/schemas';

/** A number for a new passage of a document: one that nothing in the course has ever had. */
export async function nextNumber(db: Db, courseId: string, document: SourceDocument): Promise<string> {
  const ever = await passageNumbersEver(db, courseId);
  const own =
    document.numbered ?? document.passages[0]?.id ?? document.removed.find(({ was }) => was)?.was?.id;
  const [number] = (own && nextNumbers(letterOf(own), ever, 1)) || [];
  if (!number) throw new Refused('document-full');
  return number;
}

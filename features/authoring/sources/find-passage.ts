import { Refused } from '@/server/operation';
import type { SourceDocument } from '../compile/schemas';
import type { DocumentPassage } from './document-file';
import { passageVersion } from './passage-version';

export type FoundPassage = { passage: DocumentPassage; index: number };

/** A passage by its number; refused when it is not there any more. */
export function passageAt({ passages }: SourceDocument, id: string): FoundPassage {
  const index = passages.findIndex((passage) => passage.id === id);
  const passage = passages[index];
  if (!passage) throw new Refused('passage-gone');
  return { passage, index };
}

/** The same, refused too when somebody changed it since it was seen. */
export function passageAsSeen(document: SourceDocument, seen: { id: string; version: string }): FoundPassage {
  const found = passageAt(document, seen.id);
  if (passageVersion(found.passage) !== seen.version) throw new Refused('changed-meanwhile');
  return found;
}

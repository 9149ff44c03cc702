import { type DocumentPassage, readDocument } from './document-file';
import type { FoundPassage } from './find-passage';
import { passageVersion } from './passage-version';

/** What a passage said of its speaker and of what is proposed, and its version now: enough to undo a change. */
export type PassageBefore = { id: string; version: string; speaker: string; proposed: string | null };

/** What some passages said before a change, to be given back with it. @param text The file after the change. */
export function asBefore(found: readonly FoundPassage[], text: string): PassageBefore[] {
  const now: readonly DocumentPassage[] = readDocument(text)?.passages ?? [];
  return found.flatMap(({ passage, index }) => {
    const changed = now[index];
    if (!changed) return [];
    const { id, speaker, proposed } = passage;
    return [{ id, version: passageVersion(changed), speaker, proposed: proposed ?? null }];
  });
}

import { cleanDocument, type FoundParagraph, type ParagraphKind } from '@/rules/sources/clean-document';
import { proposeSpeech, type SpeechProposal } from '@/rules/sources/speech';
import { splitParagraph } from '@/rules/sources/split-passages';
import type { DocumentPassage } from './document-file';

type Piece = { text: string; kind: ParagraphKind };

const titles: Partial<Record<ParagraphKind, string>> = { byline: 'Byline', dateline: 'Dateline' };

/** A passage as the rules propose it; `proposed` says why, until a person has checked it. */
export const proposedPassage = (
  id: string,
  { text, kind }: Piece,
  { mode, speaker, verb, evidence, why }: SpeechProposal,
): DocumentPassage => ({
  id,
  text,
  title: titles[kind] ?? null,
  speaker,
  mode,
  verb,
  evidence,
  proposed: why,
});

/** What a text gives: its passages without numbers yet, and what was taken out before which of them. */
export type ReadText = { pieces: Piece[]; removed: { before: number; text: string; why: string }[] };

/** Cleans the paragraphs of a text and splits what stays into passages. */
export function readText(
  paragraphs: FoundParagraph[],
  about: { title: string; publisher: string },
): ReadText {
  const read: ReadText = { pieces: [], removed: [] };
  for (const { text, kind, removed } of cleanDocument(paragraphs, about)) {
    if (removed !== null) read.removed.push({ before: read.pieces.length, text, why: removed });
    else read.pieces.push(...splitParagraph(text).map((part) => ({ text: part, kind })));
  }
  return read;
}

/** The passages of a text with their numbers and what is proposed of each. */
export function proposePassages(pieces: Piece[], ids: string[], writer: string): DocumentPassage[] {
  const proposals = proposeSpeech(pieces, writer);
  return pieces.flatMap((piece, index) => {
    const [id, proposal] = [ids[index], proposals[index]];
    return id && proposal ? [proposedPassage(id, piece, proposal)] : [];
  });
}

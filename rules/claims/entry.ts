import { type EvidenceLevel, evidenceLevels, type SpeechMode, speechModes } from '../sources/evidence-levels';

/** What a learner writes of one claim. Everything may be missing while it is written. */
export type ClaimWords = {
  claim: string;
  speaker: string;
  /** Whose words it is in, as far as the learner can tell. */
  mode: SpeechMode | '';
  evidence: string;
  level: EvidenceLevel | '';
  /** What would change the learner's mind. */
  change: string;
  /** The passage it speaks of, like D4; none where it speaks of none. */
  passage: string;
};

/** An entry of a claim log: its words, and the lesson that it came from. */
export type ClaimEntry = ClaimWords & { id: string; lesson: string };

/** The fields of an entry in the order in which they are asked and written, with their names. */
export const claimFields = {
  claim: 'Claim',
  speaker: 'Speaker',
  mode: 'How it is carried',
  evidence: 'Evidence',
  level: 'Level of the evidence',
  change: 'What would change my mind',
  passage: 'Passage',
} as const satisfies Record<keyof ClaimWords, string>;

export const claimFieldNames = Object.keys(claimFields) as (keyof ClaimWords)[];

export const claimModes = Object.keys(speechModes) as SpeechMode[];
export const claimLevels = Object.keys(evidenceLevels) as EvidenceLevel[];

/** Characters that a field has at the most. */
export const longestClaim = { claim: 1_000, speaker: 300, evidence: 3_000, change: 1_000 } as const;
/** Entries that a log has at the most. */
export const mostEntries = 200;

export const passageForm = /^[A-Z]\d{1,3}$/;

/** The words of an entry that nobody has written yet. */
export const noWords = (passage = ''): ClaimWords => ({
  claim: '',
  speaker: '',
  mode: '',
  evidence: '',
  level: '',
  change: '',
  passage,
});

/** The fields that an entry still needs; a passage is never needed. */
export const missingIn = (words: ClaimWords): (keyof ClaimWords)[] =>
  claimFieldNames.filter((name) => name !== 'passage' && words[name].trim() === '');

export const isComplete = (words: ClaimWords): boolean => missingIn(words).length === 0;

/** What an entry still needs, as a sentence; null where it is complete. */
export function missingInWords(words: ClaimWords): string | null {
  const names = missingIn(words).map((name) => claimFields[name].toLowerCase());
  return names.length === 0 ? null : `Still missing: ${names.join(', ')}.`;
}

const texts = ['claim', 'speaker', 'evidence', 'change', 'passage'] as const;

/** The words of an entry as one text that is always the same for the same words; `claimWordsOf` reads it. */
export const claimText = (words: ClaimWords): string =>
  JSON.stringify(Object.fromEntries(claimFieldNames.map((name) => [name, words[name]])));

/** The words that a text of `claimText` has; null where it is none. */
export function claimWordsOf(text: string): ClaimWords | null {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return null;
  }
  if (read === null || typeof read !== 'object') return null;
  const found = read as Record<string, unknown>;
  if (texts.some((name) => typeof found[name] !== 'string')) return null;
  const mode = claimModes.find((one) => one === found.mode) ?? '';
  const level = claimLevels.find((one) => one === found.level) ?? '';
  const { claim, speaker, evidence, change, passage } = found as ClaimWords;
  return { claim, speaker, mode, evidence, level, change, passage };
}

/** The entries of a log as one text, always the same for the same entries. */
export const logText = (entries: readonly ClaimEntry[]): string =>
  JSON.stringify(entries.map((entry) => [entry.id, entry.lesson, claimText(entry)]));

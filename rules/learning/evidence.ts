/** What the ledger records: a block was seen, or a question was answered (right or wrong). */
export const evidenceKinds = ['viewed', 'answered'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** An answer as it was given; what its strings are depends on the form, see `answer-forms`. */
export type Answer = string[];
export type EvidencePayload = { answer: Answer };

/** The least evidence that completes a block. */
export type CompletesBy = 'viewed' | 'answered' | 'passed';

export type EvidenceRow = { blockId: string; kind: EvidenceKind; correct: boolean | null };

/** Whether one row of evidence satisfies a block's rule. */
export function satisfies(rule: CompletesBy, row: Pick<EvidenceRow, 'kind' | 'correct'>): boolean {
  if (rule === 'viewed') return true;
  if (row.kind !== 'answered') return false;
  return rule === 'answered' || row.correct === true;
}

/** The key under which a view counts once, whichever tab, device or replay it comes from. */
export const viewKey = (lessonId: string, blockId: string): string => `viewed:${lessonId}:${blockId}`;

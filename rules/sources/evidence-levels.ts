/** How well a claim is supported: the scale used in every claim card and claim log. */
export const evidenceLevels = {
  E0: 'Assertion',
  E1: 'Official target or plan',
  E2: 'Self-reported figure',
  E3: 'Independent report',
  E4: 'Independently measured or audited outcome',
} as const;
export type EvidenceLevel = keyof typeof evidenceLevels;

/** How a sentence carries what somebody said. */
export const speechModes = {
  quote: 'Quoted',
  paraphrase: 'Paraphrased',
  summary: 'Summarised',
  gloss: "Writer's gloss",
} as const;
export type SpeechMode = keyof typeof speechModes;

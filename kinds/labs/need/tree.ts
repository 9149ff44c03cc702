/** Where the tree ends. */
export const ends = [
  { value: 'none', label: 'No blockchain' },
  { value: 'permissionless', label: 'Permissionless' },
  { value: 'public', label: 'Public permissioned' },
  { value: 'private', label: 'Private permissioned' },
] as const;

export type End = (typeof ends)[number]['value'];
export type Answer = 'yes' | 'no';

export const endLabel = (end: End): string => ends.find(({ value }) => value === end)?.label ?? end;

type Question = { name: string; asks: string; exit: Answer; to: End };

/** The six questions in the order of Wüst and Gervais, "Do you need a Blockchain?" (2018), and where each leaves. */
export const questions: readonly Question[] = [
  { name: 'state', asks: 'Does anything have to be stored?', exit: 'no', to: 'none' },
  { name: 'writers', asks: 'Are there several writers?', exit: 'no', to: 'none' },
  {
    name: 'third-party',
    asks: 'Can a trusted third party be used that is always online?',
    exit: 'yes',
    to: 'none',
  },
  { name: 'known', asks: 'Are all writers known?', exit: 'no', to: 'permissionless' },
  { name: 'trusted', asks: 'Are all writers trusted?', exit: 'yes', to: 'none' },
  { name: 'verify', asks: 'Does the public have to be able to verify?', exit: 'yes', to: 'public' },
];

/** Where the tree ends if no question is left by its exit. */
export const lastEnd: End = 'private';

/** How far answers lead: the end, or null where the question after the last answer is still open. */
export type Walk = { answers: readonly Answer[]; end: End | null };

/** Goes through the tree by answers in the order of its questions, until it ends or an answer is missing. */
export function walk(answers: readonly (string | undefined)[]): Walk {
  const given: Answer[] = [];
  for (const [at, { exit, to }] of questions.entries()) {
    const answer = answers[at];
    if (answer !== 'yes' && answer !== 'no') return { answers: given, end: null };
    given.push(answer);
    if (answer === exit) return { answers: given, end: to };
  }
  return { answers: given, end: lastEnd };
}

/** How sure somebody is of an answer, from the least. */
export const confidences = ['guessing', 'unsure', 'sure'] as const;
export type Confidence = (typeof confidences)[number];

/** The same in the words of whoever answers. */
export const confidenceWords = {
  guessing: 'I am guessing',
  unsure: 'I am not sure',
  sure: 'I am sure',
} as const satisfies Record<Confidence, string>;

/** How many answers were given so sure, and how many of them were right. */
export type Calibration = { confidence: Confidence; answers: number; right: number }[];

/** Compares how sure somebody was with how right they were; the surest first, and nothing of what nobody said. */
export const calibrationOf = (
  answers: readonly { confidence: Confidence | null; right: boolean }[],
): Calibration =>
  confidences.toReversed().flatMap((confidence) => {
    const own = answers.filter((answer) => answer.confidence === confidence);
    return own.length === 0
      ? []
      : [{ confidence, answers: own.length, right: own.filter(({ right }) => right).length }];
  });

/** What is worth a thought in it; null where nothing is, or where too little was said to tell. */
export function calibrationInWords(calibration: Calibration): string | null {
  const of = (confidence: Confidence) => calibration.find((one) => one.confidence === confidence);
  const [sure, guessed] = [of('sure'), of('guessing')];
  const missed = sure ? sure.answers - sure.right : 0;
  if (missed > 0)
    return `Of ${missed === 1 ? 'one answer' : `${missed} answers`} you were sure, and it was wrong: look at ${missed === 1 ? 'that one' : 'those'} first.`;
  if (guessed && guessed.right * 2 > guessed.answers)
    return 'You knew more than you thought: most of your guesses were right.';
  return sure ? 'Where you were sure, you were right.' : null;
}

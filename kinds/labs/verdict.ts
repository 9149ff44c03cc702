/** What is handed in: the value of each field by its name. */
export type Values = Readonly<Record<string, string>>;

/** Why a submission is not a solution: a code for tables, a sentence for its learner, and the field to look at: none
 * where it is said of all of them, as a count is. */
export type LearnerError = { outcome: 'learner-error'; code: `E_${string}`; says: string; where: string };
export type Verdict = { outcome: 'pass' } | LearnerError;

export const pass: Verdict = { outcome: 'pass' };
export const wrong = (code: LearnerError['code'], where: string, says: string): LearnerError => ({
  outcome: 'learner-error',
  code,
  where,
  says,
});

import { type LearnerError, type Values, wrong } from '../verdict';
import { countName, verdictName } from './check';
import { cityPlan } from './task';

/** Compares with what was drawn: first what becomes of each record, and then who signed it. */
export function cityHidden(seed: Uint8Array, values: Values): LearnerError | null {
  const { answers } = cityPlan(seed);
  for (const [at, { verdict }] of answers.entries()) {
    const [where, theirs] = [verdictName(at), values[verdictName(at)]];
    if (theirs === verdict) continue;
    if (theirs === 'accept')
      return wrong('E_ACCEPTED', where, 'A record is accepted here that fails one of the five tests.');
    return verdict === 'accept'
      ? wrong('E_REFUSED', where, 'A record is refused here that passes all five tests.')
      : wrong(
          'E_REASON',
          where,
          'This record is to be refused, and not for this test. Which is the first that it fails?',
        );
  }
  const at = answers.findIndex(({ count }, place) => values[countName(place)] !== String(count));
  return at < 0
    ? null
    : wrong(
        'E_COUNT',
        countName(at),
        'This is not how many validators now in office have signed it. Did somebody sign twice, leave, or sign another header?',
      );
}

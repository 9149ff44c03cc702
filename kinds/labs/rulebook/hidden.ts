import { type LearnerError, type Values, wrong } from '../verdict';
import { enoughBy } from './groups';
import { policyName, titled } from './roster';
import { rulebookOf } from './rulebook';
import { rulebookPlan } from './task';

/**
 * Asks each policy about all 64 groups that could sign, and compares with what was agreed. The needs that everybody
 * sees are fifteen of these 320 cases; it does not say which of the others went wrong.
 */
export function rulebookHidden(seed: Uint8Array, values: Values): LearnerError | null {
  const { enough } = rulebookOf(values);
  for (const { channel, pact } of rulebookPlan(seed).pacts) {
    const [theirs, agreed] = [enough(channel), enoughBy(pact.policy)];
    const at = agreed.findIndex((is, group) => theirs?.[group] !== is);
    if (at < 0) continue;
    const where = policyName(channel);
    return agreed[at]
      ? wrong(
          'E_HIDDEN_SHUT',
          where,
          `In a case that is not on your list, the charter of ${titled(channel)} is content with the signatures and this policy is not.`,
        )
      : wrong(
          'E_HIDDEN_OPEN',
          where,
          `In a case that is not on your list, this policy is content with the signatures and the charter of ${titled(channel)} is not.`,
        );
  }
  return null;
}

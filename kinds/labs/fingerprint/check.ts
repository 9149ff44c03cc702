import * as z from 'zod';
import { changedBits, fingerprint } from '../digest';
import { hex, whole } from '../fields';
import { type LearnerError, wrong } from '../kind';
import type { FingerprintTask } from './task';

export const fingerprintWork = z.strictObject({
  /** The text with one character changed, as the learner changed it. */
  changed: z.string().max(2_000, 'It has to be the text with one character changed'),
  /** SHA-256 of the changed text. */
  digest: hex(32),
  /** How many of the 256 bits are others than before. */
  bits: whole(0, 256),
  /** Which of the five copies is not the text: 1 to 5. */
  altered: whole(1, 5),
});
export type FingerprintWork = z.output<typeof fingerprintWork>;

/** How many characters two texts of equal length differ in; null where they are not equally long. */
function differences(one: string, other: string): number | null {
  const [left, right] = [[...one], [...other]];
  if (left.length !== right.length) return null;
  return left.filter((character, index) => character !== right[index]).length;
}

/** What is wrong with work on a text and its copies. */
export function fingerprintCheck(task: FingerprintTask, work: FingerprintWork): LearnerError | null {
  const changed = work.changed.normalize('NFC');
  const count = differences(task.text, changed);
  if (count === null)
    return wrong(
      'E_LENGTH',
      'changed',
      'Put one character in the place of another: the text stays as long as it is.',
    );
  if (count !== 1)
    return wrong(
      'E_CHANGES',
      'changed',
      count === 0
        ? 'Nothing is changed yet: change one character.'
        : `Change one character; ${count} are changed.`,
    );
  const digest = fingerprint(changed);
  if (work.digest !== digest)
    return wrong(
      'E_DIGEST',
      'digest',
      'This is not the fingerprint of your changed text. Was it taken before the change, or of other bytes?',
    );
  if (work.bits !== changedBits(task.published, digest))
    return wrong(
      'E_BITS',
      'bits',
      'Count the bits in which the two fingerprints differ: 256 in all, not the digits.',
    );
  if (fingerprint(task.copies[work.altered - 1] ?? '') === task.published)
    return wrong(
      'E_WRONG_COPY',
      'altered',
      `Copy ${work.altered} has the published fingerprint, so it is the text.`,
    );
  return null;
}

import { changedBits, fingerprint } from '../digest';
import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import type { FingerprintTask } from './task';

/** What is asked for: a changed text, what that does to its fingerprint, and the copy that is not the text. */
export const fingerprintFields = ({ copies }: FingerprintTask): readonly Field[] => [
  {
    name: 'changed',
    kind: 'text',
    most: 2_000,
    label: 'The text, with one character changed',
    help: 'Put any character in the place of another.',
  },
  { name: 'digest', kind: 'hex', bytes: 32, label: 'SHA-256 of the changed text' },
  {
    name: 'bits',
    kind: 'whole',
    least: 0,
    most: 256,
    label: 'Bits that differ between the two fingerprints',
    help: 'Of 256.',
  },
  {
    name: 'altered',
    kind: 'choice',
    label: 'The copy that was altered',
    options: copies.map((_, at) => ({ value: String(at + 1), label: `Copy ${at + 1}` })),
  },
];

/** How many characters two texts of equal length differ in; null where they are not equally long. */
function differences(one: string, other: string): number | null {
  const [left, right] = [[...one], [...other]];
  if (left.length !== right.length) return null;
  return left.filter((character, index) => character !== right[index]).length;
}

/** What is wrong with work on a text and its copies. */
export function fingerprintCheck(task: FingerprintTask, values: Values): LearnerError | null {
  const { changed: typed = '', digest = '', bits = '', altered = '' } = values;
  const changed = typed.normalize('NFC');
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
  const right = fingerprint(changed);
  if (digest !== right)
    return wrong(
      'E_DIGEST',
      'digest',
      'This is not the fingerprint of your changed text. Was it taken before the change, or of other bytes?',
    );
  if (Number(bits) !== changedBits(task.published, right))
    return wrong(
      'E_BITS',
      'bits',
      'Count the bits in which the two fingerprints differ: 256 in all, not the digits.',
    );
  if (fingerprint(task.copies[Number(altered) - 1] ?? '') === task.published)
    return wrong(
      'E_WRONG_COPY',
      'altered',
      `Copy ${altered} has the published fingerprint, so it is the text.`,
    );
  return null;
}

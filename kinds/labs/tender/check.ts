import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { rulings } from './rules';
import { bareSeal, opening, seal } from './seal';
import type { TenderTask } from './task';
import { when } from './when';

/** How many bytes of salt the last question asks about. */
const shortSalt = 2;

/** What is asked for: a commitment and its opening, a verdict on each reveal, and the bid that was not hidden. */
export const tenderFields = ({ reveals, old }: TenderTask): readonly Field[] => [
  {
    name: 'salt',
    kind: 'hex',
    bytes: 16,
    group: 'Your own bid',
    label: 'Your salt',
    help: '16 bytes that nobody can guess.',
  },
  { name: 'commitment', kind: 'hex', bytes: 32, group: 'Your own bid', label: 'What you commit to' },
  {
    name: 'opening',
    kind: 'line',
    most: 80,
    group: 'Your own bid',
    label: 'What you reveal after the deadline',
    help: 'Your bid, your salt and the tender, with | between them and no spaces.',
  },
  ...reveals.map(({ firm, at }, index) => ({
    name: `reveal-${index + 1}`,
    kind: 'choice' as const,
    group: 'The reveals',
    label: `Verdict on reveal ${index + 1}, ${firm}`,
    cell: { row: `${index + 1} ${firm}, ${when(at)}`, column: 'Verdict' },
    options: rulings,
  })),
  {
    name: 'lowest',
    kind: 'whole',
    least: 0,
    most: 999_999,
    group: 'The result',
    label: 'The lowest bid that counts',
  },
  {
    name: 'broken',
    kind: 'whole',
    least: 0,
    most: 999_999,
    group: 'The old tender',
    label: `The bid of ${old.firm} in the old tender`,
  },
  {
    name: 'entries',
    kind: 'whole',
    least: 0,
    most: 999_999_999,
    group: 'The old tender',
    label: `Entries the dictionary would need if each bid had a salt of ${shortSalt} bytes`,
  },
];

/** How many bytes of a salt are different ones. Of 16 bytes by chance nearly all are. */
const variety = (salt: string): number => new Set(salt.match(/../g)).size;

/** What can be said of work by what is known to everybody. The verdicts are no part of it. */
export function tenderCheck(task: TenderTask, values: Values): LearnerError | null {
  const { salt = '', commitment = '', opening: revealed = '', broken = '', entries = '' } = values;
  const { bid, tender, old, reveals } = task;
  if (variety(salt) < 8 || reveals.some((one) => one.salt === salt))
    return wrong(
      'E_SALT',
      'salt',
      'A salt that repeats a few bytes, or that others have revealed already, can be guessed: draw one by chance.',
    );
  if (revealed !== opening(bid, salt, tender))
    return wrong(
      'E_OPENING',
      'opening',
      'What is revealed has to be your bid, your salt and this tender, with | between them: compare it part by part.',
    );
  if (commitment !== seal(bid, salt, tender))
    return wrong(
      'E_COMMITMENT',
      'commitment',
      'What you reveal does not open this. Was it taken before you changed the salt, or with a space in it?',
    );
  if (bareSeal(broken, old.tender) !== old.digest)
    return wrong(
      'E_BROKEN',
      'broken',
      'This bid has another fingerprint in the old tender: look up the first digits of the commitment in the dictionary.',
    );
  if (Number(entries) !== old.bids.count * 256 ** shortSalt)
    return wrong(
      'E_ENTRIES',
      'entries',
      'Every possible bid needs an entry with every possible salt: how many salts are there, and how many bids?',
    );
  return null;
}

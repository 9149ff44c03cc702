import type { Field } from '../fields';
import { lineOf } from '../sign/statement';
import { type LearnerError, type Values, wrong } from '../verdict';
import { paddingOf } from './padding';
import { fitsSm2, isInRange, isPublicKey, sm3Of, usualId, zaOf } from './sm';
import type { NationalTask } from './task';

const [padding, own, received] = ['SM3 of the message', 'Your SM2 signature', 'The message that came in'];

/** What is asked for: the padded message and its digest, a key with a signature, and the user id of another. */
export const nationalFields = ({ message, received: { ids } }: NationalTask): readonly Field[] => [
  {
    name: 'bits',
    kind: 'whole',
    least: 0,
    most: 512,
    group: padding,
    label: `Length of “${message}” in bits`,
  },
  {
    name: 'zeros',
    kind: 'whole',
    least: 0,
    most: 512,
    group: padding,
    label: 'How many bits of zero follow the bit of one',
    help: 'Until 448 bits are full.',
  },
  {
    name: 'block',
    kind: 'hex',
    bytes: 64,
    group: padding,
    label: 'The padded message, 64 bytes',
  },
  { name: 'digest', kind: 'hex', bytes: 32, group: padding, label: 'SM3 of the message' },
  {
    name: 'publicKey',
    kind: 'hex',
    bytes: 65,
    group: own,
    label: 'Your public key',
    help: 'The byte 04, then x and y, 32 bytes each.',
  },
  { name: 'za', kind: 'hex', bytes: 32, group: own, label: 'Z_A of your key and your user id' },
  {
    name: 'signature',
    kind: 'hex',
    bytes: 64,
    group: own,
    label: 'Your signature of the challenge',
    help: 'The numbers r and s, 32 bytes each.',
  },
  {
    name: 'id',
    kind: 'choice',
    group: received,
    label: 'The user id that it was signed with',
    options: ids.map((label, at) => ({ value: String(at + 1), label })),
  },
];

/** What is wrong with the padding and the digest. */
function hashProblem(message: string, { bits, zeros, block, digest }: Values): LearnerError | null {
  const right = paddingOf(message);
  if (Number(bits) !== right.bits)
    return wrong('E_BITS', 'bits', 'Count the bytes of the message, spaces too. How many bits has each?');
  if (Number(zeros) !== right.zeros)
    return wrong('E_ZEROS', 'zeros', 'Message, the bit of one and these zeros have to be 448 bits together.');
  if (block !== right.block)
    return wrong(
      'E_BLOCK',
      'block',
      'This is not the padded message: the message, the byte 80, zeros to byte 56, and the length in bits in the last 8 bytes.',
    );
  if (digest !== sm3Of(message))
    return wrong(
      'E_DIGEST',
      'digest',
      'This is not SM3 of the message. Was it another hash, or other bytes?',
    );
  return null;
}

/** What is wrong with the work on a task. */
export function nationalCheck(task: NationalTask, values: Values): LearnerError | null {
  const { publicKey = '', za = '', signature = '' } = values;
  const problem = hashProblem(task.message, values);
  if (problem) return problem;
  const [line, userId] = [lineOf(task.challenge), task.challenge.who];
  if (!isPublicKey(publicKey))
    return wrong(
      'E_KEY',
      'publicKey',
      'This is no point of the curve of SM2, written as 04 and its two coordinates.',
    );
  if (za !== zaOf(publicKey, userId))
    return wrong('E_ZA', 'za', 'This is not Z_A of this public key with your user id.');
  if (!isInRange(signature))
    return wrong(
      'E_RANGE',
      'signature',
      'The two numbers of a signature have to be above zero and below the order of the group.',
    );
  if (fitsSm2(publicKey, signature, line, userId)) return null;
  if (fitsSm2(publicKey, signature, line, usualId))
    return wrong(
      'E_USER_ID',
      'signature',
      'Your challenge was signed with this key, and with another user id than yours. Did your tool take its usual one?',
    );
  return wrong(
    'E_SIGNATURE',
    'signature',
    'This is not a signature of your challenge under your public key and your user id.',
  );
}

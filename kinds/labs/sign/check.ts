import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { lineOf } from './statement';
import type { Judgement, SignTask } from './task';
import { isReduced, isSignedBy, publicKeyIs } from './verify';

const judgements: { value: Judgement; label: string }[] = [
  { value: 'accept', label: 'Accept it' },
  { value: 'altered', label: 'Refuse it: the text was altered' },
  { value: 'key', label: 'Refuse it: it is not the sender’s key' },
  { value: 'domain', label: 'Refuse it: it is meant for another domain' },
  { value: 'replay', label: 'Refuse it: its nonce was used before' },
];

/** The field in which the message at a place is judged. */
export const judgedIn = (at: number): string => `message${at + 1}`;

/** What is asked for: a key and a signature of one's own, and a word on each message that came in. */
export const signFields = ({ messages }: SignTask): readonly Field[] => [
  {
    name: 'publicKey',
    kind: 'hex',
    bytes: 32,
    group: 'Your signature',
    label: 'Your public key',
    help: 'The public key of Ed25519 and never the secret one.',
  },
  {
    name: 'signature',
    kind: 'hex',
    bytes: 64,
    group: 'Your signature',
    label: 'Your signature of the challenge',
  },
  ...messages.map(
    (_, at): Field => ({
      name: judgedIn(at),
      kind: 'choice',
      group: 'Messages that came in',
      label: `Message ${at + 1}`,
      options: judgements,
    }),
  ),
];

/** What is wrong with a key and a signature of the challenge. */
export function signCheck(task: SignTask, values: Values): LearnerError | null {
  const { publicKey = '', signature = '' } = values;
  const line = lineOf(task.challenge);
  const key = publicKeyIs(publicKey);
  if (key === 'none')
    return wrong(
      'E_KEY',
      'publicKey',
      'These 32 bytes are no public key of Ed25519 in its one spelling. Are they perhaps cut from a longer form?',
    );
  if (key === 'weak')
    return wrong(
      'E_WEAK_KEY',
      'publicKey',
      'Under this key anybody could find a signature that fits many texts, so it binds nobody. Make a key at random.',
    );
  if (!isReduced(signature))
    return wrong(
      'E_NOT_REDUCED',
      'signature',
      'The second half of a signature has to be below the order of the group: each signature has one spelling.',
    );
  if (isSignedBy(publicKey, signature, line)) return null;
  if (isSignedBy(publicKey, signature, `${line}\n`))
    return wrong(
      'E_NEWLINE',
      'signature',
      'You signed the challenge with a line break at its end, which is not part of it.',
    );
  return wrong(
    'E_SIGNATURE',
    'signature',
    'This is not a signature of your challenge under your public key. Was exactly this line signed, and with the key that belongs to it?',
  );
}

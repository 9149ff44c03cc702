import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { fingerprint } from '../digest';
import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { commitmentTo, digestsOf, lineOf } from './claims';
import { type Sought, traces } from './scan';
import type { DiscloseTask } from './task';

const heldFields = ({ store }: DiscloseTask): readonly Field[] =>
  store.map(({ what }, at) => ({
    name: `item-${at + 1}`,
    kind: 'choice',
    label: `What becomes of: ${what}`,
    group: '4. What the school still holds',
    cell: { row: what, column: 'What becomes of it' },
    options: [
      { value: 'delete', label: 'Delete it' },
      { value: 'keep', label: 'Keep it' },
    ],
  }));

/** What is asked for: the credential's digests, one disclosure, the bytes on chain, and what is deleted. */
export const discloseFields = (task: DiscloseTask): readonly Field[] => [
  {
    name: 'digests',
    kind: 'digests',
    most: 8,
    label: 'SHA-256 of the line of each claim, sorted',
    help: 'One digest on each line, the smallest first.',
    group: '1. The credential',
  },
  {
    name: 'commitment',
    kind: 'hex',
    bytes: 32,
    label: 'Commitment: SHA-256 of the sorted digests as bytes, one after another',
    group: '1. The credential',
  },
  {
    name: 'shown',
    kind: 'line',
    most: 600,
    label: 'What the employer gets',
    help: 'The line of a claim. Several lines would be joined by “~”.',
    group: '2. The disclosure',
  },
  {
    name: 'chain',
    kind: 'bytes',
    most: 256,
    label: 'The bytes that go on chain, as hexadecimal digits',
    help: 'It begins as the registrar’s draft.',
    group: '3. The entry on chain',
  },
  ...heldFields(task),
  {
    name: 'remain',
    kind: 'whole',
    least: 0,
    most: task.store.length,
    label: 'How many entries of the school remain',
    group: '4. What the school still holds',
  },
];

const personal: Record<string, string> = { name: 'name', number: 'student number', born: 'date of birth' };
const theirs = ({ claims }: DiscloseTask) =>
  claims.flatMap(({ name, value }) => {
    const of = personal[name];
    return of ? [{ of, value }] : [];
  });
const people = (task: DiscloseTask): Sought[] =>
  theirs(task).map(({ of, value }) => ({ of: `Your ${of}`, bytes: utf8ToBytes(value) }));
const keys = ({ key }: DiscloseTask): Sought[] =>
  [hexToBytes(key), utf8ToBytes(key)].map((bytes) => ({ of: 'The key', bytes }));
const salts = ({ claims }: DiscloseTask): Sought[] =>
  claims.map(({ name, salt }) => ({ of: `The salt of “${name}”`, bytes: hexToBytes(salt) }));
// A name, a number or a day can be guessed, and a guess is confirmed by hashing it.
const guessable = (task: DiscloseTask): Sought[] =>
  theirs(task).map(({ of, value }) => ({
    of: `The bare hash of your ${of}`,
    bytes: hexToBytes(fingerprint(value)),
  }));

/** All that must not be on chain, where it stands in bytes, and what such a mistake is called. */
export const tracesOnChain = (task: DiscloseTask, bytes: Uint8Array) =>
  (
    [
      ['E_KEY', keys],
      ['E_SALT', salts],
      ['E_GUESSABLE', guessable],
      ['E_PERSONAL', people],
    ] as const
  ).flatMap(([code, of]) => traces(bytes, of(task)).map((trace) => ({ ...trace, code })));

/** What is wrong with the digests of a credential. */
function digestsCheck({ claims }: DiscloseTask, given: readonly string[]): LearnerError | null {
  const expected = digestsOf(claims);
  const strange = given.findIndex((digest) => !expected.includes(digest));
  if (strange >= 0)
    return wrong(
      'E_DIGEST',
      'digests',
      `Digest ${strange + 1} belongs to none of your claims. Was the whole line hashed, with brackets and quotation marks, and nothing after it?`,
    );
  if (new Set(given).size !== expected.length || given.length !== expected.length)
    return wrong('E_MISSING', 'digests', `There are ${expected.length} claims, and each has one digest.`);
  if (given.join() !== expected.join())
    return wrong(
      'E_ORDER',
      'digests',
      'Sort the digests, so that their order does not tell which claim is which.',
    );
  return null;
}

/** What is wrong with what an employer gets who asks for the degree. */
function shownCheck({ claims }: DiscloseTask, shown: string): LearnerError | null {
  const degree = claims.filter(({ name }) => name === 'degree').map(lineOf);
  const more = claims.find((claim) => claim.name !== 'degree' && shown.includes(claim.salt));
  if (more)
    return wrong(
      'E_TOO_MUCH',
      'shown',
      `The employer asked for the degree, and gets “${more.name}” as well.`,
    );
  if (shown !== degree[0])
    return wrong(
      'E_SHOWN',
      'shown',
      'Hand over the line of the claim “degree” as it was hashed, character by character: any other line has another digest.',
    );
  return null;
}

/** What is wrong with the bytes on chain. */
function chainCheck(task: DiscloseTask, chain: string, commitment: string): LearnerError | null {
  // Only where a byte begins: half a byte further it would be another one.
  const within = (part: string) => {
    for (let at = chain.indexOf(part); at >= 0; at = chain.indexOf(part, at + 1))
      if (at % 2 === 0) return true;
    return false;
  };
  const [first] = tracesOnChain(task, hexToBytes(chain));
  if (first) {
    const form = first.form === 'plain' ? '' : ` (${first.form})`;
    return wrong(
      first.code,
      'chain',
      `${first.of} stands in these bytes${form}, from byte ${first.from + 1} to ${first.to}.`,
    );
  }
  if (!within(task.record))
    return wrong(
      'E_NO_RECORD',
      'chain',
      'The number of the record is not in it, so nobody finds this entry.',
    );
  if (!within(commitment))
    return wrong(
      'E_NO_COMMITMENT',
      'chain',
      'Your commitment is not in it, so it proves nothing about your claims.',
    );
  return null;
}

/** Whether what is said to remain is what is kept. */
function countCheck({ store }: DiscloseTask, values: Values): LearnerError | null {
  const kept = store.filter((_, at) => values[`item-${at + 1}`] === 'keep').length;
  if (Number(values.remain) === kept) return null;
  return wrong('E_COUNT', 'remain', `By what you chose ${kept} entries are kept.`);
}

/** What is wrong with a credential, its disclosure, its entry on chain, and the count of what remains. */
export function discloseCheck(task: DiscloseTask, values: Values): LearnerError | null {
  const { digests = '', commitment = '', shown = '', chain = '' } = values;
  const given = digests.split('\n');
  const problem = digestsCheck(task, given);
  if (problem) return problem;
  if (commitment !== commitmentTo(given))
    return wrong(
      'E_COMMITMENT',
      'commitment',
      'This is not the digest of your digests. Hash their bytes, 32 for each, and not the digits that you see.',
    );
  return shownCheck(task, shown) ?? chainCheck(task, chain, commitment) ?? countCheck(task, values);
}

/** Which of what is held has something of the person in it. */
export const heldTraces = (task: DiscloseTask): boolean[] =>
  task.store.map(({ text }) => traces(utf8ToBytes(text), [...people(task), ...keys(task)]).length > 0);

/** What is wrong with what is deleted and kept: it does not say where, because there are only two answers each. */
export function heldCheck(task: DiscloseTask, values: Values): LearnerError | null {
  const held = heldTraces(task);
  const left = held.filter((theirs, at) => theirs && values[`item-${at + 1}`] !== 'delete').length;
  if (left > 0)
    return wrong(
      'E_LEFT',
      'remain',
      'In what is kept there is still something of you, or the key that opens your record.',
    );
  if (held.some((theirs, at) => !theirs && values[`item-${at + 1}`] === 'delete'))
    return wrong('E_NOT_YOURS', 'remain', 'Something is deleted that is about somebody else.');
  return null;
}

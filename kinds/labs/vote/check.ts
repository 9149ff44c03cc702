import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { pointFrom, type Signature, scalarFrom, verifies } from './ring';
import type { Judgement, VoteTask } from './task';

export const judgementLabels: Record<Judgement, string> = {
  changed: 'Refused: changed after it was signed',
  outsider: 'Refused: signed in a ring that is not the members’',
  second: 'Refused: a second vote of the same member',
  counts: 'It counts',
};

/** What is asked for: a ballot with its signature, and what becomes of each ballot of the box. */
export const voteFields = ({ ring, box }: VoteTask): readonly Field[] => [
  {
    name: 'choice',
    kind: 'choice',
    label: 'Your vote',
    group: '1. Your ballot',
    options: [
      { value: 'for', label: 'For' },
      { value: 'against', label: 'Against' },
      { value: 'abstain', label: 'Abstain' },
    ],
  },
  { name: 'image', kind: 'hex', bytes: 32, label: 'Key image', group: '1. Your ballot' },
  {
    name: 'challenge',
    kind: 'hex',
    bytes: 32,
    label: 'Challenge of the first member',
    help: 'Where the circle begins, and where it has to end.',
    group: '1. Your ballot',
  },
  {
    name: 'responses',
    kind: 'digests',
    most: ring.length,
    label: `Responses, one for each of the ${ring.length} members`,
    help: 'In the order of the members, a line each.',
    group: '1. Your ballot',
  },
  ...box.ballots.map(
    (_, at): Field => ({
      name: `ballot-${at + 1}`,
      kind: 'choice',
      label: `What becomes of ballot ${at + 1}`,
      group: '2. The box',
      cell: { row: `Ballot ${at + 1}`, column: 'What becomes of it' },
      options: (['counts', 'changed', 'outsider', 'second'] as const).map((value) => ({
        value,
        label: judgementLabels[value],
      })),
    }),
  ),
];

/** The signature that stands in the fields. */
export const signatureIn = ({ image = '', challenge = '', responses = '' }: Values): Signature => ({
  image,
  challenge,
  responses: responses.split('\n'),
});

/** What is wrong with the spelling of a signature: each number and each point has only one. */
export function encodingCheck(
  members: number,
  { image, challenge, responses }: Signature,
): LearnerError | null {
  if (!pointFrom(image))
    return wrong(
      'E_IMAGE',
      'image',
      'This is not the one spelling of a point of the group, or it is the point zero.',
    );
  if (scalarFrom(challenge) === null)
    return wrong(
      'E_SCALAR',
      'challenge',
      'This number is not below the order of the group; the lowest byte stands first.',
    );
  if (responses.length !== members)
    return wrong(
      'E_RESPONSES',
      'responses',
      `There are ${members} members, and ${responses.length} responses.`,
    );
  const large = responses.findIndex((response) => scalarFrom(response) === null);
  if (large >= 0)
    return wrong('E_SCALAR', 'responses', `Response ${large + 1} is not below the order of the group.`);
  return null;
}

/** What is wrong with a ballot: it cannot tell who signed, only whether one of the members did. */
export function voteCheck({ scope, ring }: VoteTask, values: Values): LearnerError | null {
  const signature = signatureIn(values);
  const problem = encodingCheck(ring.length, signature);
  if (problem) return problem;
  if (!verifies({ scope, ring, message: values.choice ?? '' }, signature))
    return wrong(
      'E_OPEN',
      'responses',
      'The circle does not close. Was this vote signed, or another one; in this scope; with a key of this ring?',
    );
  return null;
}

/** What is wrong with the count of a box. */
export function boxCheck(truth: readonly Judgement[], values: Values): LearnerError | null {
  const at = truth.findIndex((judgement, index) => values[`ballot-${index + 1}`] !== judgement);
  if (at < 0) return null;
  return wrong(
    'E_BALLOT',
    `ballot-${at + 1}`,
    'Ask again in this order: does its circle close; is its ring that of the members; was its key image counted before?',
  );
}

import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { type Finding, hashOf } from './ledger';
import type { TamperTask } from './task';

const findings: readonly { value: Finding; label: string }[] = [
  { value: 'sound', label: 'Sound' },
  { value: 'edited', label: 'Edited, hash not remade' },
  { value: 'rehashed', label: 'Edited, own hash remade' },
  { value: 'swapped', label: 'Swapped with neighbour' },
  { value: 'forged', label: 'Forged, rest relinked' },
];

/** The name of the field for the block at a place, from 0. */
export const fieldAt = (at: number): string => `place-${at + 1}`;

/** What the audit asks for: a finding for each place, and a hash of the first block that is not sound. */
export const tamperFields = ({ blocks }: TamperTask): readonly Field[] => [
  ...blocks.map(
    (_, at): Field => ({
      name: fieldAt(at),
      kind: 'choice',
      label: `Finding for place ${at + 1}`,
      group: 'Your findings',
      cell: { row: `Place ${at + 1}`, column: 'What was done to the block' },
      options: findings,
    }),
  ),
  {
    name: 'hash',
    kind: 'hex',
    bytes: 32,
    label: 'What the first block that is not sound hashes to now',
    help: 'First from the top, by your findings. SHA-256 of what stands in the block now, whatever hash is written in it.',
  },
];

/** The place, from 0, of the first block that a learner does not call sound; below 0 where there is none. */
export const firstFound = ({ blocks }: TamperTask, values: Values): number =>
  blocks.findIndex((_, at) => (values[fieldAt(at)] || 'sound') !== 'sound');

export const missed = (where: string): LearnerError =>
  wrong('E_MISSED', where, 'Something was tampered with that you call sound. Look from here on.');

/** What is wrong with an audit by itself. It knows nothing of what was done to the ledger. */
export function tamperCheck(task: TamperTask, values: Values): LearnerError | null {
  const first = firstFound(task, values);
  const block = task.blocks[first];
  if (!block) return missed(fieldAt(0));
  if (values.hash !== hashOf(block))
    return wrong(
      'E_HASH',
      'hash',
      `This is not what the block at place ${first + 1} hashes to, the first that you do not call sound.`,
    );
  return null;
}

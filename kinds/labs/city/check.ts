import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { type Header, headerHash, rootOf } from './header';
import type { CityVerdict } from './judge';
import type { CityTask } from './task';

/** What may become of a record, in the order of the tests. */
const choices: readonly { value: CityVerdict; label: string }[] = [
  { value: 'accept', label: 'Accept it' },
  { value: 'height', label: 'Refuse it: its height is not above the last one' },
  { value: 'link', label: 'Refuse it: it is not linked to the last header' },
  { value: 'validators', label: 'Refuse it: its validators are no longer in office' },
  { value: 'signatures', label: 'Refuse it: too few signatures' },
  { value: 'proof', label: 'Refuse it: the record is not under the root' },
];

/** The fields of the record at a place, counted from 0. */
export const verdictName = (at: number) => `verdict.${at + 1}`;
export const countName = (at: number) => `count.${at + 1}`;

/** What is asked for: what becomes of each record, who signed it, and two digests that only this chain has. */
export const cityFields = ({ records, current }: CityTask): readonly Field[] => [
  ...records.flatMap((_, at): Field[] => [
    {
      name: verdictName(at),
      kind: 'choice',
      options: choices,
      label: `What becomes of record ${at + 1}`,
      group: `Record ${at + 1}`,
    },
    {
      name: countName(at),
      kind: 'whole',
      least: 0,
      most: current.offices.length,
      label: `Validators now in office with a valid signature on header ${at + 1}`,
      help: 'Each of them counts once.',
      group: `Record ${at + 1}`,
    },
  ]),
  {
    name: 'last',
    kind: 'hex',
    bytes: 32,
    label: 'Hash of the header that you accepted last',
    group: 'In the end',
  },
  {
    name: 'root',
    kind: 'hex',
    bytes: 32,
    label: 'Root that the record with the wrong proof comes to',
    help: 'Not the root in its header.',
    group: 'In the end',
  },
];

/** The header that was accepted last before the record at a place, by what stands in the fields. */
export const lastBefore = ({ trusted, records }: CityTask, values: Values, place: number): Header =>
  records.slice(0, place).findLast((_, at) => values[verdictName(at)] === 'accept')?.header ?? trusted;

/**
 * What is wrong with judgements by themselves: whether the digests belong to them. Whether they are right is not said
 * here, where one could try all of them; the server says it.
 */
export function cityCheck(task: CityTask, values: Values): LearnerError | null {
  const { records } = task;
  if (values.last !== headerHash(lastBefore(task, values, records.length)))
    return wrong('E_LAST', 'last', 'This is not the hash of the header that you accepted last.');
  const misproved = records.filter((_, at) => values[verdictName(at)] === 'proof');
  if (!misproved.some((record) => rootOf(record) === values.root))
    return wrong(
      'E_ROOT',
      'root',
      misproved.length === 0
        ? 'No record is refused for its proof, and one of the six has to be.'
        : 'The record that you refused for its proof comes to another root.',
    );
  return null;
}

import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import type { ProvenanceTask } from './events';
import type { Fault, Kind } from './story';

export const reasons: Record<Kind, string> = {
  speed: 'No lorry gets there in that time',
  mass: 'It weighs more than before',
  seal: 'The seal is already closed on another lot',
  device: 'The device is fixed at another place',
};

/** Rules that a ledger can have, by what each would have refused; some are good for other things. */
const controls: { value: string; label: string }[] = [
  { value: 'copies', label: 'More copies of the ledger, kept by more organisations' },
  { value: 'mass', label: 'A balance of weights at each handover, on a scale that both sides read' },
  { value: 'hash', label: 'A hash function with longer digests' },
  { value: 'device', label: 'A key inside of each device, listed with the place where it is fixed' },
  { value: 'speed', label: 'A comparison of place and time with the event before' },
  { value: 'key', label: 'Longer keys for the signatures' },
  { value: 'seal', label: 'A register in which each seal number is closed only once' },
];

const findings = [1, 2] as const;

/** What is asked for: two events, why each is impossible, and what would have refused it. */
export const provenanceFields = ({ events }: ProvenanceTask): readonly Field[] =>
  findings.flatMap((at): Field[] => [
    {
      name: `event-${at}`,
      kind: 'choice',
      label: 'The event that cannot have happened as it is written',
      help: 'Where two events do not fit each other, it is the later one.',
      group: `Finding ${at}`,
      options: events.map(({ id, lot, what }) => ({
        value: id,
        label: `${id}: lot ${lot}, ${what.toLowerCase()}`,
      })),
    },
    {
      name: `why-${at}`,
      kind: 'choice',
      label: 'Why not',
      group: `Finding ${at}`,
      options: Object.entries(reasons).map(([value, label]) => ({ value, label })),
    },
    {
      name: `control-${at}`,
      kind: 'choice',
      label: 'What would have caught it when it was written',
      group: `Finding ${at}`,
      options: controls,
    },
  ]);

/** What is wrong with two findings by themselves. */
export function provenanceCheck(_: ProvenanceTask, values: Values): LearnerError | null {
  if (values['event-1'] === values['event-2'])
    return wrong('E_SAME', 'event-2', 'Both findings name the same event: there are two.');
  return null;
}

/** What is wrong with two findings, by what was made impossible. */
export function faultsCheck(faults: readonly Fault[], values: Values): LearnerError | null {
  const kindOf = (at: number) => faults.find(({ id }) => id === values[`event-${at}`])?.kind;
  const possible = findings.find((at) => kindOf(at) === undefined);
  if (possible)
    return wrong(
      'E_POSSIBLE',
      `event-${possible}`,
      'This event is possible, even if it is odd. Compare it with the one before it in its lot, and with the other lots.',
    );
  const reason = findings.find((at) => kindOf(at) !== values[`why-${at}`]);
  if (reason)
    return wrong(
      'E_WHY',
      `why-${reason}`,
      'The event is impossible, but not for this reason. Which of its numbers does not fit?',
    );
  const control = findings.find((at) => kindOf(at) !== values[`control-${at}`]);
  if (control)
    return wrong(
      'E_CONTROL',
      `control-${control}`,
      'With this the event would have been written all the same. What has to be compared at that moment, and with what?',
    );
  return null;
}

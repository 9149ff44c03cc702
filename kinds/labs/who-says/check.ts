import type { Field } from '../fields';
import { type LearnerError, type Values, wrong } from '../verdict';
import { type Column, columns } from './choices';
import type { WhoSaysTask } from './task';

/** The name of the field of one sentence in one column. */
export const nameOf = (id: string, column: Column): string => `s${id}.${column}`;

/** What is asked for: who speaks, how it is carried and what supports it, for each sentence. */
export const whoSaysFields = ({ sentences }: WhoSaysTask): readonly Field[] =>
  sentences.flatMap(({ id, says }) =>
    columns.map(({ name, label, options }) => ({
      name: nameOf(id, name),
      kind: 'choice' as const,
      group: `${id} ${says}`,
      label,
      options,
    })),
  );

/** Whether the marks agree with each other; whether they agree with the key only the server can tell. */
export function whoSaysCheck({ sentences }: WhoSaysTask, values: Values): LearnerError | null {
  const odd = sentences.find(
    ({ id }) => (values[nameOf(id, 'mode')] === 'gloss') !== (values[nameOf(id, 'speaker')] === 'writer'),
  );
  return odd
    ? wrong(
        'E_GLOSS',
        nameOf(odd.id, 'mode'),
        `A gloss is what the writer adds, and what the writer says alone is a gloss: in ${odd.id} only one of the two is chosen.`,
      )
    : null;
}

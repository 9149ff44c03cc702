import { type LearnerError, type Values, wrong } from '../verdict';
import { nameOf } from './check';
import { columns } from './choices';
import { drawSentences } from './task';

/** The share of all parts that has to agree with the key. */
const neededShare = 0.8;

/** Whether enough agrees with the key: a plain share of the parts. What does not is counted by column, never shown. */
export function whoSaysHidden(seed: Uint8Array, values: Values): LearnerError | null {
  const sentences = drawSentences(seed);
  const agreeing = columns.map(({ name, many }) => ({
    name,
    many,
    count: sentences.filter((sentence) => {
      const right: readonly string[] = sentence[name];
      return right.includes(values[nameOf(sentence.id, name)] ?? '');
    }).length,
  }));
  const parts = sentences.length * columns.length;
  const needed = Math.ceil(neededShare * parts);
  const sum = agreeing.reduce((so, { count }) => so + count, 0);
  if (sum >= needed) return null;
  const each = agreeing.map(({ many, count }) => `${count} ${many}`).join(', ');
  return wrong(
    'E_AGREEMENT',
    '',
    `Of ${sentences.length} in each column, ${each} agree with the key: ${sum} of ${parts} parts, and ${needed} are needed. Read all sentences again for the column with the fewest.`,
  );
}

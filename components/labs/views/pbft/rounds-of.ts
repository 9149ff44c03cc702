import type { Setting, State } from '@/kinds/labs/pbft/machine';
import type { Line, Replay } from '@/kinds/labs/pbft/schedule';
import { further, furtherInWords } from '@/kinds/labs/pbft/stages';
import type { Round, RoundMessage } from '../../visuals/rounds';

/** A line of a schedule, with the states before and after it. */
type Frame = { line: Line; before: State; after: State };

const wordsOf = ({ message: { kind, from, to, digest } }: Line, { replicas }: Setting): string =>
  `${kind}: ${from} to ${to.length === replicas - 1 ? 'all' : to.join(', ')}, ${digest}`;

/** The first messages of a replay as rounds: neighbours of one kind stand in one column. */
export function roundsOf(
  setting: Setting,
  digests: readonly string[],
  { lines, states }: Replay,
  shown: number,
): Round[] {
  const frames = lines.slice(0, shown).flatMap((line, at): Frame[] => {
    const [before, after] = [states[at], states[at + 1]];
    return before && after ? [{ line, before, after }] : [];
  });
  const columns: Frame[][] = [];
  for (const frame of frames) {
    const column = columns.at(-1);
    if (column?.[0]?.line.message.kind === frame.line.message.kind) column.push(frame);
    else columns.push([frame]);
  }
  return columns.map((column) => {
    const [first, last] = [column[0], column.at(-1)];
    return {
      name: first?.line.message.kind ?? '',
      marks: first && last ? further(setting, first.before, last.after) : [],
      messages: column.map(
        ({ line, before, after }): RoundMessage => ({
          text: wordsOf(line, setting),
          from: line.message.from,
          to: line.message.to,
          says: digests.indexOf(line.message.digest),
          outcome: furtherInWords(further(setting, before, after)),
        }),
      ),
    };
  });
}

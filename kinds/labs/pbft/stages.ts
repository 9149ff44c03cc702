import { isCommitted, isPrepared, type Replica, type Setting, type State } from './machine';

/** How far a replica is, in words; empty where it has no proposal yet. */
export function stageOf(setting: Setting, replica: Replica): string {
  if (replica.accepted === null) return '';
  if (isCommitted(setting, replica)) return `committed ${replica.accepted}`;
  return isPrepared(setting, replica) ? `prepared ${replica.accepted}` : `accepted ${replica.accepted}`;
}

/** How far each honest replica is that is further than it was before; empty for the others, and for the liar. */
export const further = (setting: Setting, before: State, after: State): string[] =>
  after.map((replica, at) => {
    const stage = stageOf(setting, replica);
    const was = before[at];
    return at === setting.liar || (was && stageOf(setting, was) === stage) ? '' : stage;
  });

/** The same as a sentence. */
export function furtherInWords(stages: readonly string[]): string {
  const moved = stages.flatMap((stage, at) => (stage ? [`replica ${at} has ${stage}`] : []));
  if (moved.length === 0) return 'No honest replica is further yet.';
  const text = moved.join(', ').replaceAll('has prepared', 'is prepared for');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

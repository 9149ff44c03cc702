import { isCommitted, isPrepared, type Replica, type Setting, type State } from './machine';

/** How far a replica is, in words; empty where it has no proposal yet. */
function stageOf(setting: Setting, replica: Replica): string {
  if (replica.accepted === null) return '';
  if (isCommitted(setting, replica)) return `committed ${replica.accepted}`;
  return isPrepared(setting, replica) ? `prepared for ${replica.accepted}` : `accepted ${replica.accepted}`;
}

/** How far each honest replica is that is further than it was before; empty for the others, and for the liar. */
export const further = (setting: Setting, before: State, after: State): string[] =>
  after.map((replica, at) => {
    const stage = stageOf(setting, replica);
    const was = before[at];
    return at === setting.liar || (was && stageOf(setting, was) === stage) ? '' : stage;
  });

/** The same as a sentence for each stage. */
export function furtherInWords(stages: readonly string[]): string {
  const reached = [...new Set(stages)].filter((stage) => stage !== '');
  if (reached.length === 0) return 'No honest replica is further than before.';
  return reached
    .map((stage) => {
      const who = stages.flatMap((other, at) => (other === stage ? [at] : []));
      const several = who.length > 1;
      const does = stage.startsWith('prepared') ? (several ? 'are' : 'is') : several ? 'have' : 'has';
      return `${several ? 'Replicas' : 'Replica'} ${who.join(', ')} ${does} ${stage}.`;
    })
    .join(' ');
}

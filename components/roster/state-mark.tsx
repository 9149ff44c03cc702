import type { StateOrNone } from '@/rules/enrollment/enrollment-states';
import { stateWords } from './state-words';

const tones: Partial<Record<StateOrNone, string>> = {
  active: 'roster-good',
  completed: 'roster-good',
  requested: 'roster-open',
  waitlisted: 'roster-open',
  invited: 'roster-open',
};

/** A state in a word; the colour only repeats it. */
export function StateMark({ state }: { state: StateOrNone }) {
  return <span className={`roster-state ${tones[state] ?? 'roster-over'}`}>{stateWords[state]}</span>;
}

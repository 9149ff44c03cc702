import type { ChoiceImpact, Fate, LessonImpact } from './impact';
import type { LearnerMoves } from './moves';

const phrases: Record<Fate, [one: string, many: string]> = {
  kept: ['keeps it done', 'keep it done'],
  reopened: ['would have a new block to do', 'would have a new block to do'],
  gained: ['gets it done by what was removed', 'get it done by what was removed'],
  middle: ['is in the middle of it', 'are in the middle of it'],
  goneDone: ['completed it, and it leaves their course', 'completed it, and it leaves their course'],
  goneBegun: ['had begun it, and it leaves their course', 'had begun it, and it leaves their course'],
};

const order: Fate[] = ['kept', 'reopened', 'gained', 'middle', 'goneDone', 'goneBegun'];

/** What moving everyone does to a lesson: "37 keep it done, 5 would have a new block to do." Null when nobody has begun it. */
export function lessonSentence(impact: LessonImpact): string | null {
  const parts = order
    .filter((fate) => impact[fate] > 0)
    .map((fate) => `${impact[fate]} ${phrases[fate][impact[fate] === 1 ? 0 : 1]}`);
  return parts.length > 0 ? `${parts.join(', ')}.` : null;
}

/** Whether a lesson's impact is more than that everybody keeps what they have. */
export const isFelt = ({ reopened, gained, goneDone, goneBegun }: LessonImpact): boolean =>
  reopened + gained + goneDone + goneBegun > 0;

const people = (count: number, [one, many]: [one: string, many: string]): string =>
  count === 0 ? `Nobody ${one}` : count === 1 ? `1 learner ${one}` : `${count} learners ${many}`;

const of = (count: number, moved: number): string =>
  moved === 1 ? 'They' : count === moved ? 'All of them' : `${count} of them`;

/** What a choice means in numbers, as sentences; `learners` are those still learning on another edition. */
export function choiceSentences(moves: LearnerMoves, choice: ChoiceImpact, learners: number): string[] {
  const { moved, reopened, finishing } = choice;
  const staying = people(learners - moved, [
    'goes on in the edition they have',
    'go on in the edition they have',
  ]);
  if (moves === 'none') return [`Nobody moves. ${staying}.`];
  const sentences = [`${people(moved, ['moves', 'move'])} to this edition.`];
  if (learners > moved) sentences.push(`${staying}.`);
  if (reopened > 0) sentences.push(`${of(reopened, moved)} would have a completed lesson open again.`);
  else if (moved > 0) sentences.push('No completed lesson opens again.');
  if (finishing > 0)
    sentences.push(`${of(finishing, moved)} would be finished, because nothing is left for them to do.`);
  return sentences;
}

import type { LatePolicy } from '../assessment/late';
import type { releasings } from '../assessment/quiz';
import { daysLater } from '../authoring/schedule';
import type { LogRules } from '../claims/log-rules';
import type { FileRules } from './files';
import type { Moderation } from './moderation';
import type { PeerRules } from './peers';

/** A level of a criterion: the points it gives, and what work on this level is like. */
type Level = { points: number; says: string };
/** What work is judged by: its levels from the least to the most points. */
export type Criterion = { id: string; title: string; levels: Level[] };

/** The forms in which work is written: a text, or entries of the learner's claim log. */
export const workForms = ['text', 'claim-log'] as const;

/** What is asked of a text. */
export type TextAsked = { form: 'text'; words: { least: number; most: number } };

/** The rules of written work as its edition fixes them; a learner reads them, and its rubric, before they write. */
export type WorkRules = (TextAsked | ({ form: 'claim-log' } & LogRules)) & CommonRules;

type CommonRules = {
  /** Until when it is in time: local time in the zone of the course. */
  due?: string;
  /** What being late takes; without it nothing. */
  late?: LatePolicy;
  /** Until when it is taken: local time in the zone of the course. */
  closes?: string;
  /** The promise: so many days after it was handed in, it is back. */
  turnaround: number;
  /** When a result is shown: as soon as it is graded, or once somebody releases it. */
  release?: (typeof releasings)[number];
  /** Whether who grades it does not see whose it is. */
  anonymous: boolean;
  /** What is graded by two; without it everything by one. */
  moderation?: Moderation;
  /** Review by peers; without it nobody reads it but graders. */
  peers?: PeerRules;
  /** From how many percent on it is passed; without it handing in is enough. */
  pass?: number;
  /** How often it may be handed in anew once it is back. */
  revisions: number;
  /** Which files may be handed in with it; without it none. */
  files?: FileRules;
  rubric: Criterion[];
};

/** What is wrong with the length of a text, as a sentence; null where nothing is. */
export const lengthProblem = ({ words }: Pick<TextAsked, 'words'>, count: number): string | null =>
  count === 0 ? 'There is nothing to hand in yet: write your text first.' : textProblem(words, count);

/** What is wrong with the length of a text that is there; null where nothing is. */
export function textProblem({ least, most }: TextAsked['words'], count: number): string | null {
  if (count < least) return `It has ${count} words, and at least ${least} are asked for.`;
  return count > most ? `It has ${count} words, and at most ${most} are taken: shorten it.` : null;
}

/** Work that was handed in, as the rules see it. */
export type HandedIn = { number: number; back: boolean };

export type WorkRefusal = 'work-handed-in' | 'work-closed' | 'no-revisions-left';

/** Why nothing can be written or handed in now, or null when it can; `taken` is what was handed in, oldest first. */
export function mayHandIn(rules: WorkRules, taken: readonly HandedIn[], closed: boolean): WorkRefusal | null {
  if (taken.some(({ back }) => !back)) return 'work-handed-in';
  if (taken.length > rules.revisions) return taken.length === 1 ? 'work-handed-in' : 'no-revisions-left';
  return closed ? 'work-closed' : null;
}

/** When it is back, by a promise in days: at the same time of day by the clocks of the zone. */
export const backBy = ({ turnaround }: { turnaround: number }, handedInAt: Date, zone: string): Date =>
  daysLater(handedInAt, turnaround, zone);

/** Of the promised time so much is over when the owners of the course are told. */
const told = 0.75;

/** When the owners of the course are told that the promise is about to be broken. */
export const escalatedFrom = (handedInAt: Date, backAt: Date): Date =>
  new Date(handedInAt.getTime() + Math.floor((backAt.getTime() - handedInAt.getTime()) * told));

/** A promise in days from when something was handed in: when it is back, and when the owners of the course are told. */
export function promiseFrom(
  rules: { turnaround: number },
  handedInAt: Date,
  zone: string,
): { backAt: Date; escalateAt: Date } {
  const backAt = backBy(rules, handedInAt, zone);
  return { backAt, escalateAt: escalatedFrom(handedInAt, backAt) };
}

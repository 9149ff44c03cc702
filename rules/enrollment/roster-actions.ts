import { instantOf } from '../authoring/schedule';
import {
  type EnrollmentState,
  nextState,
  type StateOrNone,
  type TableAction,
  transitions,
} from './enrollment-states';

/** What people of a course, and administrators, can do to enrollments that are there: from the one table. */
export const staffActions = (Object.keys(transitions) as TableAction[]).filter((action) =>
  transitions[action].from.staff?.some((state) => state !== 'none'),
);

/** Actions that can say a cohort to be in, and those that can say when somebody's time ends. */
const intoCohort: readonly TableAction[] = ['enroll', 'approve', 'invite', 'reinstate', 'change'];
const withEnd: readonly TableAction[] = ['enroll', 'approve', 'reinstate', 'change'];

export type OfferedAction = {
  action: TableAction;
  label: string;
  reason: 'required' | 'optional' | 'none';
  takesCohort: boolean;
  takesEnd: boolean;
  /** Whether it can make somebody's time longer by so many days. */
  lengthens: boolean;
  /** How many of the chosen it is for. */
  people: number;
  /** Why the button is disabled: nobody who was chosen is in a state that it is for. */
  otherwise: string | null;
};

/** Every action with how many of the chosen it is for, and the explanation where it is for none of them. */
export function offeredActions(
  states: readonly { state: EnrollmentState; people: number }[],
): OfferedAction[] {
  return staffActions.map((action) => {
    const { label, reason, otherwise } = transitions[action];
    const people = states
      .filter(({ state }) => isPossible(action, state))
      .reduce((sum, group) => sum + group.people, 0);
    return {
      action,
      label,
      reason,
      takesCohort: intoCohort.includes(action),
      takesEnd: withEnd.includes(action),
      lengthens: action === 'change',
      people,
      otherwise: people === 0 ? otherwise : null,
    };
  });
}

const isPossible = (action: TableAction, state: StateOrNone): boolean =>
  nextState(action, state, 'staff') !== null;

/** What a batch is called: the action, and to how many. */
export const batchTitle = (action: TableAction, people: number): string =>
  `${transitions[action].label}: ${people === 1 ? '1 person' : `${people.toLocaleString('en')} people`}`;

/** What can be asked of a deadline: left as it is, taken away, set, or set so many days later. */
export const endings = ['', 'none', 'at', 'by'] as const;

/** By how many days time is made longer at once. */
export const mostDaysLonger = 365;

export type ChangeFields = {
  /** The id of a cohort, `none`, or empty. */
  to: string;
  ending: (typeof endings)[number];
  /** The last day, as the clocks of the course count it. */
  date: string;
  /** How many days longer. */
  days: string;
};

type Ends = { at: Date; zone: string };

/** The last minute of a day, in a zone. Null for what is no day. */
export const endOfDay = (date: string, zone: string): Ends | null => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? instantOf(date, '23:59', zone) : null;
  return at && { at, zone };
};

/** How many days longer somebody's time shall be; null for what is no such number. */
export function daysLonger(days: string): number | null {
  const count = /^\s*\d{1,4}\s*$/.test(days) ? Number(days) : 0;
  return count >= 1 && count <= mostDaysLonger ? count : null;
}

/** Mistakes by the names of the fields that have them. */
export type EndProblem = { date?: string; days?: string; ending?: string };

/** What is wrong with the deadline that was asked for: of a day, in the zone where it ends first. */
export function endProblem(
  action: TableAction,
  { ending, date, days }: ChangeFields,
  zones: readonly string[],
  now: Date,
): EndProblem | null {
  if (ending === 'by') {
    if (action !== 'change') return { ending: 'Only time that runs already can be made longer.' };
    return daysLonger(days) === null
      ? { days: `Give a whole number of days from 1 to ${mostDaysLonger}.` }
      : null;
  }
  if (ending !== 'at') return null;
  const ends = zones.map((zone) => endOfDay(date, zone));
  if (ends.some((end) => end === null)) return { date: 'Choose the last day.' };
  const past = ends.some((end) => end !== null && end.at <= now);
  return past ? { date: 'This day is past. Choose a later one.' } : null;
}

/** The cohort of a move: as it is, none, or this one. */
export const cohortOf = (to: string): { cohortId?: string | null } =>
  to === '' ? {} : { cohortId: to === 'none' ? null : to };

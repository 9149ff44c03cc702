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

/** What is asked of the cohort, and of the deadline: left as it is, taken away, or set. */
export type ChangeFields = {
  /** The id of a cohort, `none`, or empty. */
  to: string;
  ending: '' | 'none' | 'at';
  /** The last day, as the clocks of the course count it. */
  date: string;
};

type Ends = { at: Date; zone: string };

/** The last minute of a day, in a zone. Null for what is no day. */
export const endOfDay = (date: string, zone: string): Ends | null => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? instantOf(date, '23:59', zone) : null;
  return at && { at, zone };
};

/** What is wrong with the deadline that was asked for, in the zone where it ends first. */
export function endProblem(
  { ending, date }: ChangeFields,
  zones: readonly string[],
  now: Date,
): string | null {
  if (ending !== 'at') return null;
  const ends = zones.map((zone) => endOfDay(date, zone));
  if (ends.some((end) => end === null)) return 'Choose the last day.';
  return ends.some((end) => end !== null && end.at <= now) ? 'This day is past. Choose a later one.' : null;
}

/** The cohort of a move: as it is, none, or this one. */
export const cohortOf = (to: string): { cohortId?: string | null } =>
  to === '' ? {} : { cohortId: to === 'none' ? null : to };

import { courseSlugForm } from '../authoring/course-slug';
import {
  isUuid,
  oneOfThese,
  readColumns,
  readOrder,
  searchText,
  type TableOrder,
} from '../tables/table-view';
import { type EnrollmentState, enrollmentStates } from './enrollment-states';

/** How long ago somebody last learned. `quiet` takes in who never did. */
export const activities = {
  'within-7': 'In the last 7 days',
  'within-30': 'In the last 30 days',
  'quiet-7': 'Not for 7 days',
  'quiet-14': 'Not for 14 days',
  'quiet-30': 'Not for 30 days',
  'quiet-90': 'Not for 90 days',
  never: 'Never',
} as const;
export type Activity = keyof typeof activities;

/** What a table of enrollments can be sorted by, and of what kind it is. */
const sorts = {
  name: 'text',
  active: 'instant',
  enrolled: 'instant',
  ends: 'instant',
  progress: 'number',
} as const;
export type RosterSort = keyof typeof sorts;
/** Progress is worked out from what was learned, so only within a course. */
const siteSorts = { name: sorts.name, active: sorts.active, enrolled: sorts.enrolled, ends: sorts.ends };

/** The columns beside the name, in the order in which they stand. */
export const rosterColumns = {
  email: 'E-mail',
  course: 'Course',
  state: 'State',
  cohort: 'Cohort',
  progress: 'Progress',
  active: 'Last active',
  enrolled: 'Enrolled',
  ends: 'Ends',
  edition: 'Edition',
  source: 'Source',
  externalId: 'External ID',
} as const;
export type RosterColumn = keyof typeof rosterColumns;

const everyColumn = Object.keys(rosterColumns) as RosterColumn[];
const usualColumns = {
  course: ['email', 'state', 'cohort', 'progress', 'active', 'ends'],
  site: ['email', 'course', 'state', 'cohort', 'progress', 'active', 'enrolled'],
} as const;

export type RosterRoom = keyof typeof usualColumns;

export type RosterFilter = {
  search: string;
  state: EnrollmentState | null;
  /** The address of a course, in the table of all courses. */
  course: string | null;
  /** The id of a cohort, or `none`. */
  cohort: string | null;
  /** A source, or `none` for enrollments that people made. */
  source: string | null;
  activity: Activity | null;
  progressFrom: number | null;
  progressTo: number | null;
};

/** What rows an action is for: those that were ticked, or all that match. */
export type Chosen = { all: true } | { all: false; ids: string[] };

export type RosterView = {
  filter: RosterFilter;
  order: TableOrder<RosterSort>;
  columns: RosterColumn[];
  chosen: Chosen;
};

/** The columns that a room can show. */
export const columnsOf = (room: RosterRoom): RosterColumn[] =>
  everyColumn.filter((column) => room === 'site' || column !== 'course');

const percentOf = (raw: string | null): number | null =>
  raw !== null && /^\d{1,3}$/.test(raw) ? Math.min(100, Number(raw)) : null;

/** Reads what a table of enrollments shows from the query of its address. What it does not know, it leaves out. */
export function readRosterView(raw: string, room: RosterRoom): RosterView {
  const query = new URLSearchParams(raw);
  const cohort = query.get('cohort') ?? '';
  const course = query.get('course') ?? '';
  const inCourse = room === 'course';
  return {
    filter: {
      search: searchText(query.get('search')),
      state: oneOfThese(enrollmentStates, query.get('state')),
      course: !inCourse && course.length <= 200 && courseSlugForm.test(course) ? course : null,
      cohort: inCourse && (cohort === 'none' || isUuid(cohort)) ? cohort : null,
      source: searchText(query.get('source')) || null,
      activity: oneOfThese(Object.keys(activities) as Activity[], query.get('activity')),
      progressFrom: inCourse ? percentOf(query.get('from')) : null,
      progressTo: inCourse ? percentOf(query.get('to')) : null,
    },
    order: inCourse ? readOrder(query, sorts, 'name') : readOrder(query, siteSorts, 'enrolled'),
    columns: readColumns(query, columnsOf(room), usualColumns[room]),
    chosen:
      query.get('scope') === 'all'
        ? { all: true }
        : { all: false, ids: [...new Set(query.getAll('id').filter(isUuid))].slice(0, 200) },
  };
}

/** The columns that can be sorted by, with what they are sorted by. */
export const sortOfColumn: Partial<Record<RosterColumn, RosterSort>> = {
  progress: 'progress',
  active: 'active',
  enrolled: 'enrolled',
  ends: 'ends',
};

/** The days of an activity; null for `never`. */
export function activityDays(activity: Activity): { quiet: boolean; days: number } | null {
  const [kind, days] = activity.split('-');
  return days === undefined ? null : { quiet: kind === 'quiet', days: Number(days) };
}

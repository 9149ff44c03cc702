import { normaliseEmail, normaliseName } from '../accounts/accounts';
import { formatDeadline } from '../time/deadline';
import type { BatchMove } from './enrollment-batch';
import type { EnrollmentState } from './enrollment-states';
import { type RosterOutcome, type RowNote, rosterLimits } from './roster';
import type { RosterColumn, RosterFields } from './roster-columns';
import { endOf } from './roster-dates';

/** Somebody with an account, and what they are in this course. */
export type KnownPerson = {
  id: string;
  email: string;
  externalId: string | null;
  suspended: boolean;
  /** Whether somebody has claimed the account and confirmed its address: an invitation reaches the others. */
  open: boolean;
  enrollment: { state: EnrollmentState; cohortId: string | null; endsAt: string | null } | null;
};

type KnownCohort = { id: string; name: string; zone: string; archived: boolean };

/** What the rows of a list are judged by. */
export type KnownCourse = {
  zone: string;
  cohorts: readonly KnownCohort[];
  /** The cohort that was chosen for all rows that name none. */
  cohortId: string | null;
  source: string | null;
  now: Date;
};

/** A row with what is known of it: who it may be, and on which line it was before. */
export type RosterRow = { fields: RosterFields; cells: readonly string[]; width: number };
export type KnownOfRow = {
  course: KnownCourse;
  byEmail: KnownPerson | null;
  byExternalId: KnownPerson | null;
  /** An earlier line with the same address or the same id. */
  earlier: { line: number; column: 'email' | 'externalId' } | null;
};

export type PlannedRow = {
  outcome: RosterOutcome;
  email: string | null;
  name: string | null;
  externalId: string | null;
  userId: string | null;
  move: BatchMove | null;
  notes: RowNote[];
};

/** What nobody sees and a database or a page may stumble over; also what stands for unreadable bytes. */
const hidden = /[\p{Cc}\p{Cs}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd]/u;

/** A text as it can be shown: what nobody would see, or what would turn the others round, is marked. */
export const shownText = (text: string): string =>
  [...text].map((character) => (hidden.test(character) ? '\ufffd' : character)).join('');

function textProblem(text: string): string | null {
  if (text.length > rosterLimits.cell) return 'This is longer than 1,000 characters.';
  return hidden.test(text) ? 'There are characters in it that cannot be seen or read.' : null;
}

const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** A name of one column or of two; Chinese names are written without a space, the family first. */
function nameIn({ name = '', givenName = '', familyName = '' }: RosterFields): string {
  if (name.trim() !== '') return name;
  const han = /^[\p{Script=Han}\s]+$/u.test(givenName + familyName);
  return han ? familyName.trim() + givenName.trim() : `${givenName.trim()} ${familyName.trim()}`;
}

/** By what a row is looked up; null for what cannot be a key. */
export type RowKeys = { email: string | null; externalId: string | null };

/** The keys of a row. */
export function keysOf(fields: RosterFields): RowKeys {
  const { email = '', externalId = '' } = fields;
  const id = externalId.trim();
  return {
    email: textProblem(email) === null ? normaliseEmail(email) : null,
    externalId: id === '' || id.length > 200 || textProblem(id) !== null ? null : id,
  };
}

const stateNotes: Partial<Record<EnrollmentState, string>> = {
  invited: 'Is invited and has not answered yet.',
  waitlisted: 'Is on the waitlist.',
  paused: 'Is paused.',
  completed: 'Has completed the course.',
  requested: 'Had asked for a place.',
  expired: 'The time was over: comes back.',
  withdrawn: 'Was withdrawn: comes back.',
  removed: 'Was removed: comes back.',
};
const inCourse = new Set<EnrollmentState>(['waitlisted', 'invited', 'active', 'paused', 'completed']);

/** What committing a list does with a row of it, or why it does nothing, by column. */
export function planEnrollment(row: RosterRow, known: KnownOfRow): PlannedRow {
  const { fields } = row;
  const { course } = known;
  const keys = keysOf(fields);
  const name = normaliseName(nameIn(fields));
  const notes: RowNote[] = [];
  const wrong = (column: RosterColumn | null, text: string) => notes.push({ column, text });

  if (row.cells.slice(row.width).some((cell) => cell.trim() !== ''))
    wrong(
      null,
      `This row has ${row.cells.length} cells, more than there are columns. Is a comma in a cell without quotes?`,
    );
  for (const [column, text] of Object.entries(fields) as [RosterColumn, string][]) {
    const problem = textProblem(text);
    if (problem) wrong(column, problem);
  }
  const readable = notes.length === 0;
  if (readable) checkKeys(fields, keys, name, wrong);
  const person = known.byEmail ?? (keys.email === null ? known.byExternalId : null);
  const problem = notes.length === 0 && personProblem(person, known, keys);
  if (problem) wrong(...problem);

  const cohort = cohortIn(fields, course);
  if (readable && 'problem' in cohort) wrong('cohort', cohort.problem);
  const zone = ('zone' in cohort && cohort.zone) || course.zone;
  const written = fields.ends?.trim() ?? '';
  const at = written === '' ? null : endOf(written, zone);
  if (readable && written !== '') {
    if (at === null) wrong('ends', 'This is no day. Write it like 2026-12-31.');
    else if (at <= course.now) wrong('ends', 'This day is past.');
  }
  const who = { ...keys, name, userId: person?.id ?? null };
  if (notes.length > 0 || 'problem' in cohort) return { outcome: 'rejected', ...who, move: null, notes };
  return { ...who, ...moveOf(person, { cohort, ends: at && { at, zone } }, course) };
}

type Wrong = (column: RosterColumn | null, text: string) => void;

function checkKeys(fields: RosterFields, keys: RowKeys, name: string | null, wrong: Wrong): void {
  const email = fields.email?.trim() ?? '';
  if (keys.email === null && email !== '') wrong('email', 'This is no e-mail address.');
  if ((fields.externalId?.trim() ?? '') !== '' && keys.externalId === null)
    wrong('externalId', 'An id has at most 200 characters.');
  if (email === '' && keys.externalId === null) wrong('email', 'There is no e-mail address.');
  if (name === null && nameIn(fields).trim() !== '')
    wrong(fields.name?.trim() ? 'name' : 'givenName', 'A name has at most 100 characters.');
}

/** What stands against who a row is about. */
function personProblem(
  person: KnownPerson | null,
  { byExternalId, earlier }: KnownOfRow,
  { email, externalId }: RowKeys,
): [RosterColumn, string] | null {
  if (earlier) return [earlier.column, `The same stands on line ${earlier.line} already, which counts.`];
  if (person === null && email === null)
    return ['email', 'There is no e-mail address, and nobody here has this id.'];
  if (byExternalId && byExternalId.id !== person?.id)
    return ['externalId', 'An account with another address has this id.'];
  if (person?.externalId && externalId && person.externalId !== externalId)
    return ['externalId', 'The account with this address has another id.'];
  return person?.suspended ? ['email', 'This account is suspended.'] : null;
}

type Into = { id: string | null; zone?: string; name?: string } | { problem: string };

/** The cohort of a row: the one it names, else the one chosen for all. */
function cohortIn({ cohort: written = '' }: RosterFields, { cohorts, cohortId }: KnownCourse): Into {
  const wanted = plainName(written);
  const found =
    wanted === ''
      ? cohorts.find(({ id }) => id === cohortId)
      : cohorts.find(({ name }) => plainName(name) === wanted);
  if (found?.archived) return { problem: 'This cohort is archived.' };
  if (found) return found;
  return wanted === '' ? { id: null } : { problem: 'There is no cohort of this name in the course.' };
}

type Wanted = { cohort: { id: string | null; name?: string }; ends: { at: Date; zone: string } | null };

function moveOf(
  person: KnownPerson | null,
  { cohort, ends }: Wanted,
  { source }: KnownCourse,
): Pick<PlannedRow, 'outcome' | 'move' | 'notes'> {
  const enrollment = person?.enrollment ?? null;
  const note = enrollment && stateNotes[enrollment.state];
  const notes: RowNote[] = note ? [{ column: null, text: note }] : [];
  const stored = ends && { at: ends.at.toISOString(), zone: ends.zone };

  if (enrollment && inCourse.has(enrollment.state)) {
    const moves = cohort.id !== null && cohort.id !== enrollment.cohortId;
    const ending = stored !== null && stored.at !== enrollment.endsAt;
    if (!moves && !ending) return { outcome: 'already', move: null, notes };
    if (moves) notes.push({ column: 'cohort', text: `Moves to “${cohort.name}”.` });
    if (ending)
      notes.push({ column: 'ends', text: `Ends ${formatDeadline(ends?.at as Date, stored.zone)}.` });
    const move: BatchMove = {
      action: 'change',
      ...(moves && { cohortId: cohort.id }),
      ...(ending && { ends: stored }),
    };
    return { outcome: 'will-change', move, notes };
  }
  const action = person?.open ? 'enroll' : 'invite';
  if (person && !person.open)
    notes.push({ column: 'email', text: 'The address of the account is not confirmed yet.' });
  const move: BatchMove = {
    action,
    ...(cohort.id !== null && { cohortId: cohort.id }),
    ...(stored && { ends: stored }),
    ...(source !== null && { source }),
  };
  return { outcome: action === 'enroll' ? 'will-enroll' : 'will-invite', move, notes };
}

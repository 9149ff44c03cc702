import { assert, constantFrom, dictionary, nat, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enrollmentStates } from './enrollment-states';
import { isRosterOutcome } from './roster';
import { fieldsOf, type RosterColumn, type RosterFields, rosterColumns } from './roster-columns';
import {
  type KnownCourse,
  type KnownOfRow,
  type KnownPerson,
  keysOf,
  planEnrollment,
  shownText,
} from './roster-plan';

/** Any code unit: halves of characters and NUL, too. */
const oddText = string({ unit: nat(0xffff).map((code) => String.fromCharCode(code)) });

const now = new Date('2026-11-26T00:00:00Z');
const course: KnownCourse = {
  zone: 'UTC',
  cohorts: [
    { id: 'c-1', name: 'Spring', zone: 'Asia/Shanghai', archived: false },
    { id: 'c-2', name: 'Old', zone: 'UTC', archived: true },
  ],
  cohortId: null,
  source: null,
  now,
};
const ann: KnownPerson = {
  id: 'u-1',
  email: 'ann@a.example',
  externalId: null,
  suspended: false,
  open: true,
  enrollment: null,
};
const enrolled = (state: (typeof enrollmentStates)[number], of = {}) => ({
  ...ann,
  enrollment: { state, cohortId: null, endsAt: null, ...of },
});

const plan = (fields: RosterFields, known: Partial<KnownOfRow> = {}, cells: string[] = []) =>
  planEnrollment(
    { fields, cells, width: 3 },
    { course, byEmail: null, byExternalId: null, earlier: null, ...known },
  );
const email = 'ann@a.example';

describe('a row that is in order', () => {
  test('enrolls who has an account', () => {
    expect(plan({ email: ' ANN@a.example ', name: 'Ann  A' }, { byEmail: ann })).toEqual({
      outcome: 'will-enroll',
      email,
      name: 'Ann A',
      externalId: null,
      userId: 'u-1',
      move: { action: 'enroll' },
      notes: [],
    });
  });
  test('invites who has none', () => {
    expect(plan({ email, externalId: '7' })).toMatchObject({
      outcome: 'will-invite',
      userId: null,
      externalId: '7',
      name: null,
      move: { action: 'invite' },
    });
  });
  test('invites who has not confirmed the address or claimed the account', () => {
    const planned = plan({ email }, { byEmail: { ...ann, open: false } });
    expect(planned).toMatchObject({ outcome: 'will-invite', userId: 'u-1', move: { action: 'invite' } });
    expect(planned.notes).toHaveLength(1);
  });
  test('knows somebody without an address by the id', () => {
    expect(plan({ externalId: '7' }, { byExternalId: { ...ann, externalId: '7' } })).toMatchObject({
      outcome: 'will-enroll',
      email: null,
      userId: 'u-1',
    });
  });
  test('takes the cohort and the end with it, the day in the zone of the cohort', () => {
    const known = { byEmail: ann, course: { ...course, source: 'SIS' } };
    expect(plan({ email, cohort: ' spring ', ends: '2026-12-31' }, known).move).toEqual({
      action: 'enroll',
      cohortId: 'c-1',
      ends: { at: '2026-12-31T15:59:00.000Z', zone: 'Asia/Shanghai' },
      source: 'SIS',
    });
  });
  test('goes into the chosen cohort where it names none', () => {
    const chosen = { course: { ...course, cohortId: 'c-1' } };
    expect(plan({ email, cohort: '' }, chosen).move).toEqual({ action: 'invite', cohortId: 'c-1' });
  });
  test.each([
    ['Ann', 'Lee', 'Ann Lee'],
    ['三', '李', '李三'],
    ['', 'Lee', 'Lee'],
    ['', '', null],
  ])('puts the name together: %s, %s', (givenName, familyName, name) => {
    expect(plan({ email, name: '', givenName, familyName }).name).toBe(name);
  });
  test('keeps a formula in a name as the text that it is', () => {
    expect(plan({ email, name: '=HYPERLINK("https://evil.example")' }).name).toBe(
      '=HYPERLINK("https://evil.example")',
    );
  });
});

describe('somebody who is in the course, or was', () => {
  test.each([
    ['active', 'already'],
    ['invited', 'already'],
    ['waitlisted', 'already'],
    ['paused', 'already'],
    ['completed', 'already'],
    ['requested', 'will-enroll'],
    ['expired', 'will-enroll'],
    ['withdrawn', 'will-enroll'],
    ['removed', 'will-enroll'],
  ] as const)('%s: %s', (state, outcome) => {
    const planned = plan({ email }, { byEmail: enrolled(state) });
    expect(planned.outcome).toBe(outcome);
    expect(planned.notes).toHaveLength(state === 'active' ? 0 : 1);
  });
  test('changes where the cohort or the end is another', () => {
    const known = { byEmail: enrolled('active', { cohortId: 'c-9' }) };
    expect(plan({ email, cohort: 'Spring' }, known)).toMatchObject({
      outcome: 'will-change',
      move: { action: 'change', cohortId: 'c-1' },
      notes: [{ column: 'cohort', text: 'Moves to “Spring”.' }],
    });
    expect(plan({ email, ends: '2026-12-31' }, known)).toMatchObject({
      outcome: 'will-change',
      move: { action: 'change', ends: { at: '2026-12-31T23:59:00.000Z', zone: 'UTC' } },
      notes: [{ column: 'ends', text: 'Ends Thu, 31 Dec 2026, 23:59 (GMT+0).' }],
    });
  });
  test('changes nothing where they are the same, or not named', () => {
    const known = { byEmail: enrolled('active', { cohortId: 'c-1', endsAt: '2026-12-31T15:59:00.000Z' }) };
    expect(plan({ email, cohort: 'SPRING', ends: '2026-12-31' }, known).outcome).toBe('already');
    expect(plan({ email, cohort: '', ends: '' }, known).outcome).toBe('already');
  });
});

describe('a row is rejected, with the column and the reason,', () => {
  const other = { ...ann, id: 'u-2' };
  const rows: [string, RosterFields, Partial<KnownOfRow>, RosterColumn | null, string][] = [
    ['for an address that is none', { email: 'ann.example' }, {}, 'email', 'no e-mail address'],
    ['without an address', { email: ' ', name: 'Ann' }, {}, 'email', 'There is no e-mail'],
    [
      'with an id that nobody has, and no address',
      { externalId: '7' },
      {},
      'email',
      'nobody here has this id',
    ],
    ['for a long id', { email, externalId: 'x'.repeat(201) }, {}, 'externalId', '200'],
    ['for a long name', { email, name: 'x'.repeat(101) }, {}, 'name', '100'],
    ['for a long given name', { email, givenName: 'x'.repeat(101) }, {}, 'givenName', '100'],
    ['for an unknown cohort', { email, cohort: 'Autumn' }, {}, 'cohort', 'no cohort'],
    ['for an archived cohort', { email, cohort: 'Old' }, {}, 'cohort', 'archived'],
    ['for a day that is none', { email, ends: '31/12/2026' }, {}, 'ends', 'no day'],
    ['for a day that is past', { email, ends: '2026-11-25' }, {}, 'ends', 'past'],
    ['for a suspended account', { email }, { byEmail: { ...ann, suspended: true } }, 'email', 'suspended'],
    [
      'for the id of somebody else',
      { email, externalId: '7' },
      { byEmail: ann, byExternalId: other },
      'externalId',
      'another address',
    ],
    [
      'for the id of somebody with another address',
      { email, externalId: '7' },
      { byExternalId: other },
      'externalId',
      'another address',
    ],
    [
      'for another id than the account has',
      { email, externalId: '7' },
      { byEmail: { ...ann, externalId: '8' } },
      'externalId',
      'another id',
    ],
    ['for a line before it', { email }, { earlier: { line: 3, column: 'email' } }, 'email', 'line 3'],
    ['for NUL', { email, name: 'A\u0000nn' }, {}, 'name', 'cannot be seen'],
    ['for a turned direction', { email, name: 'Ann\u202e' }, {}, 'name', 'cannot be seen'],
    ['for half a character', { email, name: 'Ann\ud800' }, {}, 'name', 'cannot be seen'],
    ['for what could not be read', { email: 'a\ufffd@a.example' }, {}, 'email', 'cannot be seen'],
    [
      'for a line break in an address',
      { email: 'a@a.example\nBcc: b@b.example' },
      {},
      'email',
      'cannot be seen',
    ],
    ['for a giant cell', { email, cohort: 'x'.repeat(1_001) }, {}, 'cohort', '1,000'],
  ];
  test.each(rows)('%s', (_title, fields, known, column, text) => {
    const planned = plan(fields, known);
    expect(planned).toMatchObject({ outcome: 'rejected', move: null });
    expect(planned.notes).toHaveLength(1);
    expect(planned.notes[0]?.column).toBe(column);
    expect(planned.notes[0]?.text).toContain(text);
  });
  test('for cells beyond the columns', () => {
    expect(plan({ email }, {}, ['a', 'b', 'c', ' ']).outcome).toBe('will-invite');
    expect(plan({ email }, {}, ['a', 'b', 'c', 'd']).notes[0]).toMatchObject({ column: null });
  });
  test('for the chosen cohort, when it is archived meanwhile', () => {
    expect(plan({ email }, { course: { ...course, cohortId: 'c-2' } }).notes[0]?.column).toBe('cohort');
  });
  test('for all that is wrong with it at once', () => {
    const columns = plan({ email: 'x', cohort: 'Autumn', ends: 'soon' }).notes.map(({ column }) => column);
    expect(columns).toEqual(['email', 'cohort', 'ends']);
  });
});

test('a key that is none is no key', () => {
  expect(keysOf({ email: 'A@B.example', externalId: ' 7 ' })).toEqual({
    email: 'a@b.example',
    externalId: '7',
  });
  expect(keysOf({ email: 'a\u0000@b.example', externalId: 'a\u200bb' })).toEqual({
    email: null,
    externalId: null,
  });
});

test('whatever a row holds, it is planned: rejected with a reason, or with keys that can be stored', () => {
  const text = oneof(oddText, constantFrom(email, '7', 'Spring', '2027-01-01', 'Ann'));
  const fields = dictionary(constantFrom(...Object.keys(rosterColumns)), text);
  const person = oneof(
    constantFrom(null, ann),
    constantFrom(...enrollmentStates).map((state) => enrolled(state)),
  );
  assert(
    property(fields, person, (given, byEmail) => {
      const { outcome, notes, move, ...who } = plan(given as RosterFields, { byEmail });
      expect(isRosterOutcome(outcome)).toBe(true);
      if (outcome === 'rejected') expect(notes).not.toEqual([]);
      else expect(who.email ?? who.userId).not.toBeNull();
      expect((move === null) === (outcome === 'rejected' || outcome === 'already')).toBe(true);
      expect(JSON.stringify([who.email, who.externalId, who.name])).not.toMatch(/\\u0000|\\ud[89a-f]/);
    }),
  );
});

test('fields are found by their columns', () => {
  expect(keysOf(fieldsOf(['7', 'a@b.example'], ['externalId', 'email'])).email).toBe('a@b.example');
});

test('what nobody would see is shown', () => {
  expect(shownText('A\u202en\u0000😀\ud800')).toBe('A\ufffdn\ufffd😀\ufffd');
});

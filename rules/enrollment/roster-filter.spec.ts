import { expect, test } from 'vitest';
import { activityDays, columnsOf, readRosterView } from './roster-filter';

const id = '0190a0a0-0000-4000-8000-000000000001';

test('an empty address shows everybody', () => {
  expect(readRosterView('', 'course')).toEqual({
    filter: {
      search: '',
      state: null,
      course: null,
      cohort: null,
      source: null,
      activity: null,
      progressFrom: null,
      progressTo: null,
    },
    order: { sort: 'name', direction: 'up', after: null, before: null },
    columns: ['email', 'state', 'cohort', 'progress', 'active', 'ends'],
    chosen: { all: false, ids: [] },
  });
  expect(readRosterView('', 'site').order.sort).toBe('enrolled');
});

test('every filter is read, and what is unknown left out', () => {
  const { filter } = readRosterView(
    `search=+ada+&state=active&cohort=${id}&source=sis&activity=quiet-14&from=5&to=700`,
    'course',
  );
  expect(filter).toEqual({
    search: 'ada',
    state: 'active',
    course: null,
    cohort: id,
    source: 'sis',
    activity: 'quiet-14',
    progressFrom: 5,
    progressTo: 100,
  });
  const none = readRosterView('state=x&cohort=x&activity=x&from=x&to=-1&course=a-b', 'course').filter;
  expect(Object.values(none).filter((value) => value !== null)).toEqual(['']);
  expect(readRosterView('cohort=none', 'course').filter.cohort).toBe('none');
});

test('over all courses there is a course to filter by, and nothing that only a course has', () => {
  const { filter, order } = readRosterView('course=a-b&cohort=none&from=5&sort=progress', 'site');
  expect(filter).toMatchObject({ course: 'a-b', cohort: null, progressFrom: null });
  expect(order.sort).toBe('enrolled');
  expect(readRosterView('course=A+B', 'site').filter.course).toBeNull();
  expect(columnsOf('site')).toContain('course');
  expect(columnsOf('course')).not.toContain('course');
});

test('chosen are the ticked rows, once each, or all that match', () => {
  expect(readRosterView(`id=${id}&id=${id}&id=x`, 'course').chosen).toEqual({ all: false, ids: [id] });
  expect(readRosterView(`id=${id}&scope=all`, 'course').chosen).toEqual({ all: true });
});

test('an activity is a number of days, or never', () => {
  expect(activityDays('within-7')).toEqual({ quiet: false, days: 7 });
  expect(activityDays('quiet-90')).toEqual({ quiet: true, days: 90 });
  expect(activityDays('never')).toBeNull();
});

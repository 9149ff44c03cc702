import { expect, test } from 'vitest';
import { attemptState, readAttemptsView } from './attempts-filter';

const id = '00000000-0000-4000-8000-000000000000';

test('the table of attempts is what its address says, by name unless it says otherwise', () => {
  expect(readAttemptsView('')).toEqual({
    filter: { search: '', state: null, passed: null },
    order: { sort: 'name', direction: 'up', after: null, before: null },
  });
  const after = new URLSearchParams({ after: `${id}~987654` });
  expect(readAttemptsView(`search=Mei+&state=waiting&passed=no&sort=result&${after}`)).toEqual({
    filter: { search: 'Mei', state: 'waiting', passed: 'no' },
    order: { sort: 'result', direction: 'down', after: { id, key: '987654' }, before: null },
  });
});

test('what an address makes up is left out', () => {
  expect(readAttemptsView('state=toString&passed=maybe&sort=answers&after=1').filter).toEqual({
    search: '',
    state: null,
    passed: null,
  });
});

test('an attempt is under way, waits for a grader or its release, or is shown to its learner', () => {
  const at = new Date();
  expect(attemptState(null, 0, null)).toBe('under-way');
  expect(attemptState(at, 2, null)).toBe('unmarked');
  expect(attemptState(at, 0, null)).toBe('waiting');
  expect(attemptState(at, 0, at)).toBe('shown');
});

import { expect, test } from 'vitest';
import { personStatus, readPeopleView } from './people-filter';

test('the table of people is what its address says', () => {
  expect(readPeopleView('search=a&role=admin&status=suspended&sort=since&column=role')).toEqual({
    filter: { search: 'a', role: 'admin', status: 'suspended' },
    order: { sort: 'since', direction: 'down', after: null, before: null },
    columns: ['role'],
  });
  expect(readPeopleView('role=x&status=x')).toMatchObject({
    filter: { search: '', role: null, status: null },
    columns: ['role', 'status', 'since'],
  });
});

test('the gravest standing counts', () => {
  const well = { suspended: false, unclaimed: false, confirmed: true };
  expect(personStatus(well)).toBe('active');
  expect(personStatus({ ...well, confirmed: false })).toBe('unconfirmed');
  expect(personStatus({ ...well, unclaimed: true })).toBe('unclaimed');
  expect(personStatus({ suspended: true, unclaimed: true, confirmed: false })).toBe('suspended');
});

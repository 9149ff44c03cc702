import { expect, test } from 'vitest';
import { isNarrowed, readGradebookView } from './gradebook-filter';

const cohort = '3f2504e0-4f89-41d3-9a0c-0305e82c3301';

test('an address says who is shown, and in which order', () => {
  const view = readGradebookView(
    `search=+Li+&cohort=${cohort}&standing=passed&sort=total&after=${cohort}~950001`,
  );
  expect(view).toEqual({
    filter: { search: 'Li', cohort, standing: 'passed' },
    order: { sort: 'total', direction: 'down', after: { key: '950001', id: cohort }, before: null },
  });
  expect(readGradebookView('cohort=none').filter.cohort).toBe('none');
});

test('what it does not know, it leaves out: then everybody is shown by name', () => {
  const view = readGradebookView('cohort=x&standing=best&sort=luck');
  expect(view.filter).toEqual({ search: '', cohort: null, standing: null });
  expect(view.order).toMatchObject({ sort: 'name', direction: 'up' });
  expect(isNarrowed(view)).toBe(false);
  for (const query of ['search=a', 'cohort=none', 'standing=ungraded'])
    expect(isNarrowed(readGradebookView(query))).toBe(true);
});

import { readFileSync } from 'node:fs';
import { expect, test } from './fixtures';

type Actions = {
  node: Record<string, { workers: Record<string, unknown>; exportedName?: string; filename?: string }>;
};

const read = <Shape>(path: string): Shape => JSON.parse(readFileSync(path, 'utf8')) as Shape;

/** Every address of the build. A new one is added here together with the thought of who may call it. */
const addresses = [
  '/',
  '/_global-error',
  '/_not-found',
  '/account',
  '/account/history',
  '/account/prove',
  '/admin',
  '/admin/api',
  '/admin/api-tokens',
  '/admin/audit',
  '/admin/batches/[batch]',
  '/admin/enrollments',
  '/admin/enrollments/act',
  '/admin/mailbox',
  '/admin/mailbox/[id]',
  '/admin/mails',
  '/admin/people',
  '/admin/people/[id]',
  '/admin/roles',
  '/api/admin/enrollments',
  '/api/admin/people',
  '/api/assets/[course]/[hash]',
  '/api/assets/[course]/[hash]/[width]',
  '/api/learn/[course]/[lesson]/answer',
  '/api/learn/[course]/[lesson]/complete',
  '/api/learn/[course]/[lesson]/save',
  '/api/learn/[course]/[lesson]/views',
  '/api/sign-out',
  '/api/stop-viewing',
  '/api/teach/[course]/assets',
  '/api/teach/[course]/export',
  '/api/teach/[course]/files/[file]',
  '/api/teach/[course]/preview',
  '/api/teach/[course]/roster',
  '/api/teach/[course]/rosters',
  '/api/teach/[course]/rosters/[roster]/rejected',
  '/api/teach/[course]/try',
  '/api/teach/import',
  '/api/theme',
  '/api/v1/batches/[id]',
  '/api/v1/courses',
  '/api/v1/courses/[slug]/batches',
  '/api/v1/courses/[slug]/cohorts',
  '/api/v1/courses/[slug]/enrollments',
  '/api/v1/courses/[slug]/enrollments/[id]/actions',
  '/api/v1/openapi.json',
  '/api/v1/people',
  '/confirm',
  '/courses',
  '/courses/[slug]',
  '/floor',
  '/forgot-password',
  '/icon.svg',
  '/invitation',
  '/learn',
  '/learn/[course]',
  '/learn/[course]/[lesson]',
  '/learn/[course]/[lesson]/attempts/[attempt]',
  '/learn/[course]/record',
  '/register',
  '/reset-password',
  '/robots.txt',
  '/sign-in',
  '/sitemap.xml',
  '/teach',
  '/teach/[course]',
  '/teach/[course]/assets',
  '/teach/[course]/batches',
  '/teach/[course]/batches/[batch]',
  '/teach/[course]/care',
  '/teach/[course]/care/act',
  '/teach/[course]/care/reminders/[batch]',
  '/teach/[course]/cohorts',
  '/teach/[course]/cohorts/[cohort]',
  '/teach/[course]/cohorts/[cohort]/edit',
  '/teach/[course]/cohorts/new',
  '/teach/[course]/coverage',
  '/teach/[course]/editions',
  '/teach/[course]/editions/[edition]',
  '/teach/[course]/editions/[edition]/compare/[other]',
  '/teach/[course]/editions/compare',
  '/teach/[course]/enrollment',
  '/teach/[course]/figures',
  '/teach/[course]/figures/[lesson]',
  '/teach/[course]/files',
  '/teach/[course]/files/[file]',
  '/teach/[course]/import',
  '/teach/[course]/import/[import]',
  '/teach/[course]/import-people',
  '/teach/[course]/invite',
  '/teach/[course]/lessons/[file]',
  '/teach/[course]/lessons/[file]/details',
  '/teach/[course]/outline',
  '/teach/[course]/outline/modules/[file]',
  '/teach/[course]/preview/[version]',
  '/teach/[course]/preview/[version]/[lesson]',
  '/teach/[course]/publish',
  '/teach/[course]/requests',
  '/teach/[course]/roster',
  '/teach/[course]/roster/[enrollment]',
  '/teach/[course]/roster/act',
  '/teach/[course]/rosters/[roster]',
  '/teach/[course]/settings',
  '/teach/[course]/settings/archive',
  '/teach/[course]/settings/duplicate',
  '/teach/[course]/settings/people/[person]',
  '/teach/[course]/sources',
  '/teach/[course]/sources/[document]',
  '/teach/[course]/sources/[document]/about',
  '/teach/[course]/sources/[document]/frame',
  '/teach/[course]/sources/add',
  '/teach/[course]/sources/new',
  '/teach/import',
  '/teach/import/[import]',
  '/teach/new',
];

test('the build has no address that is not listed here', () => {
  const routes = read<Record<string, string>>('.next/app-path-routes-manifest.json');
  expect([...new Set(Object.values(routes))].sort()).toEqual(addresses.sort());
});

test('every server action of the build stands in an actions.ts', () => {
  const { node } = read<Actions>('.next/server/server-reference-manifest.json');
  const files = Object.values(node).map((action) => action.filename ?? '');
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !/^app\/.*actions\.ts$/.test(file))).toEqual([]);
});

test("the framework's floor page exists only for the bench", async ({ page }) => {
  expect((await page.goto('/floor'))?.status()).toBe(404);
});

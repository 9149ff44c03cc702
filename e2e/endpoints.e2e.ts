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
  '/admin/mailbox',
  '/admin/mailbox/[id]',
  '/admin/people',
  '/admin/people/[id]',
  '/api/learn/[course]/[lesson]/answer',
  '/api/learn/[course]/[lesson]/complete',
  '/api/learn/[course]/[lesson]/views',
  '/api/sign-out',
  '/api/teach/[course]/files/[file]',
  '/api/teach/[course]/preview',
  '/api/theme',
  '/confirm',
  '/courses',
  '/courses/[slug]',
  '/floor',
  '/forgot-password',
  '/icon.svg',
  '/learn',
  '/learn/[course]',
  '/learn/[course]/[lesson]',
  '/learn/[course]/record',
  '/register',
  '/reset-password',
  '/robots.txt',
  '/sign-in',
  '/sitemap.xml',
  '/teach',
  '/teach/[course]/files',
  '/teach/[course]/files/[file]',
  '/teach/[course]/lessons/[file]',
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

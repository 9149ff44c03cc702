import type { Page } from '@playwright/test';
import { courseWithKeys } from './answers';
import { asNewLearner, course, demo, expect, expectAccessible, signIn, test } from './fixtures';

/** Looks at some pages one after another. Each test looks at a few, so that a slow machine has time for all. */
async function expectAllAccessible(page: Page, paths: string[]): Promise<void> {
  for (const path of paths) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }
}

test('axe finds nothing on any public page, in either theme', ({ page }) =>
  expectAllAccessible(page, [
    '/',
    '/courses',
    `/courses/${course}`,
    '/sign-in',
    '/register',
    '/forgot-password',
    '/nothing',
  ]));

test('axe finds nothing on the pages of somebody who is in no course yet, in either theme', async ({
  page,
}) => {
  await asNewLearner(page, { enrolled: false });
  await expectAllAccessible(page, ['/', '/learn', `/courses/${course}`, '/account']);
});

test('axe finds nothing on the pages of a learner beside the lessons, in either theme', async ({ page }) => {
  await asNewLearner(page);
  await expectAllAccessible(page, ['/', '/learn', `/learn/${course}`, `/learn/${course}/record`]);
});

for (const place of Array.from({ length: 9 }, (_, at) => at)) {
  test(`axe finds nothing in any lesson of module ${place + 1}, in either theme`, async ({ page }) => {
    test.slow();
    await asNewLearner(page);
    const { modules } = (await courseWithKeys()).manifest;
    expect(modules).toHaveLength(9);
    await expectAllAccessible(
      page,
      (modules[place]?.lessons ?? []).map(({ id }) => `/learn/${course}/${id}`),
    );
  });
}

test('axe finds nothing on the pages of staff, in either theme', async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, demo.admin);
  for (const path of [
    '/teach',
    '/admin/people',
    '/admin/roles',
    '/admin/audit',
    '/admin/mailbox',
    '/account/history',
    '/account/prove',
    `/learn/${course}/hash`,
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }
});

test('by keyboard alone: skip link first, keys listed under ?, focus on the heading after a turn', async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  await page.goto(`/learn/${course}/hash`);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await page.keyboard.press('n');
  await page.waitForURL(`/learn/${course}/hash-chain`);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await page.keyboard.press('?');
  await page.getByLabel('Switch single-letter keys off').check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeHidden();
  await page.keyboard.press('n');
  await page.waitForTimeout(500);
  expect(new URL(page.url()).pathname).toBe(`/learn/${course}/hash-chain`);
});

test('a chosen theme holds from the first paint of the next page', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/courses');
  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const response = await page.goto('/courses');
  expect(await response?.text()).toContain('data-theme="dark"');
});

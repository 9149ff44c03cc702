import { asNewLearner, course, demo, enroll, expect, expectAccessible, signIn, test } from './fixtures';

test('axe finds nothing on any public page, in either theme', async ({ page }) => {
  for (const path of [
    '/',
    '/courses',
    `/courses/${course}`,
    '/sign-in',
    '/register',
    '/forgot-password',
    '/nothing',
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }
});

test('axe finds nothing on any page of a learner, in either theme', async ({ page, context }) => {
  test.setTimeout(240_000);
  await asNewLearner(page, context, { enrolled: false });
  for (const path of ['/', '/learn']) {
    await page.goto(path);
    await expectAccessible(page);
  }
  await enroll(page);
  const { modules } = (await (await import('./answers')).courseWithKeys()).manifest;
  const lessons = modules.flatMap((module) =>
    module.lessons.map((lesson) => `/learn/${course}/${lesson.id}`),
  );
  for (const path of ['/', '/learn', `/learn/${course}`, ...lessons, `/learn/${course}/record`, '/account']) {
    await test.step(path, async () => {
      await page.goto(path);
      await expectAccessible(page);
    });
  }
});

test('axe finds nothing on the pages of staff, in either theme', async ({ page }) => {
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

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import { demo, enroll, expect, expectAccessible, inOwnContext, newPerson, signIn, test } from './fixtures';
import { importCourse, publishCourse } from './staff';

test.describe.configure({ mode: 'serial', timeout: 150_000 });

const course = `roster-${randomUUID().slice(0, 8)}`;
const here = `/teach/${course}/roster`;
let owner: Page;
let addresses: string[];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  const own = { browser: () => browser };
  owner = await inOwnContext(own);
  await signIn(owner, await newPerson('instructor'));
  await importCourse(owner, course, courseFiles);
  await publishCourse(owner, course);
  addresses = [];
  for (const name of ['=cmd|calc', 'Ada Able', 'Bo Baker']) {
    const learner = await inOwnContext(own);
    const who = await newPerson('student', name);
    await signIn(learner, who);
    await enroll(learner, course);
    addresses.push(who.email);
    await learner.context().close();
  }
});
test.afterAll(() => owner?.context().close());

test('a roster is filtered and sorted by its address, and a view of it is saved, renamed and deleted', async () => {
  await owner.goto(here);
  await expect(owner.getByText('3 people')).toBeVisible();
  // No address has it by chance: they are made of hexadecimal digits.
  await owner.getByLabel('Name or e-mail address').fill('abl');
  await owner.getByRole('combobox', { name: 'State' }).selectOption('active');
  await owner.getByRole('button', { name: 'Show', exact: true }).click();
  await owner.waitForURL(/search=abl&state=active/);
  await expect(owner.getByText('1 person match')).toBeVisible();
  await expect(owner.getByRole('row')).toHaveCount(2);
  await owner.getByText('Save this view').click();
  await owner.getByLabel('Name of this view').fill('Able people');
  await owner.getByRole('button', { name: 'Save view' }).click();
  await owner.goto(here);
  await owner.getByRole('link', { name: 'Able people', exact: true }).click();
  await owner.waitForURL(/search=abl/);
  await expect(owner.getByRole('link', { name: 'Ada Able' })).toBeVisible();
  await expect(owner.getByRole('link', { name: 'Bo Baker' })).toBeHidden();

  await owner.getByText('Save or change views').click();
  await owner.getByRole('link', { name: 'Rename or delete “Able people”' }).click();
  await owner.getByLabel('New name of “Able people”').fill('The able');
  await owner.getByRole('button', { name: 'Rename' }).click();
  await expect(owner.getByRole('link', { name: 'The able', exact: true })).toBeVisible();
  await owner.goto(here);
  await owner.getByText('Save or change views').click();
  await owner.getByRole('link', { name: 'Rename or delete “The able”' }).click();
  await owner.getByRole('button', { name: 'Delete this view' }).click();
  await expect(owner.getByRole('link', { name: 'The able', exact: true })).toHaveCount(0);

  await owner.goto(here);
  await owner.getByRole('link', { name: 'Name' }).click();
  await owner.waitForURL(/sort=name&dir=down/);
  await expect(owner.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'descending');
  await expect(owner.locator('a.roster-person').first()).toHaveText('Bo Baker');
});

test('an export is exactly the filtered rows, after the password, with formulas made harmless', async () => {
  await owner.goto(here);
  await owner.getByRole('link', { name: 'CSV' }).evaluate((link) => link.removeAttribute('download'));
  const path = `/api/teach/${course}/roster?search=a&format=csv`;
  const refused = await owner.request.get(path, { maxRedirects: 0 });
  expect(refused.status()).toBe(303);
  expect(refused.headers().location).toMatch(/^\/account\/prove\?next=/);
  await owner.goto(refused.headers().location ?? '');
  await owner.getByLabel('Your own password').fill('a long enough passphrase');
  await owner.getByRole('button', { name: 'Go on' }).click();
  await owner.waitForURL(new RegExp(`${here}\\?search=a`));

  const [file] = await Promise.all([
    owner.waitForEvent('download'),
    owner.getByRole('link', { name: 'CSV' }).click(),
  ]);
  const text = readFileSync(await file.path(), 'utf8');
  expect(text.startsWith('\ufeffName,E-mail,')).toBe(true);
  const shown = await owner.locator('a.roster-person').allTextContents();
  const lines = text.trim().split('\r\n').slice(1);
  expect(lines).toHaveLength(shown.length);
  expect(lines.filter((line) => /^[=+@-]/.test(line))).toEqual([]);
  const everybody = await (await owner.request.get(`/api/teach/${course}/roster?format=csv`)).text();
  expect(everybody).toContain(`'=cmd|calc,${addresses[0]}`);
  const json = (await (
    await owner.request.get(`/api/teach/${course}/roster?search=able&format=json`)
  ).json()) as object[];
  expect(json).toMatchObject([{ name: 'Ada Able', email: addresses[1] }]);
});

test('one enrollment: what the state does not allow is disabled and says why; a pause stands in its history', async () => {
  await owner.goto(here);
  await owner.getByRole('link', { name: 'Bo Baker' }).click();
  await expect(owner.getByRole('heading', { level: 1, name: 'Bo Baker' })).toBeVisible();
  await expect(owner.getByRole('button', { name: 'Resume' })).toBeDisabled();
  await expect(owner.getByText('Only paused learners can be resumed.')).toBeVisible();
  await owner.getByRole('button', { name: 'Remove' }).click();
  await owner.locator('form.roster-one').getByRole('button', { name: 'Remove' }).click();
  await expect(owner.getByText('Say why: the learner will read it.').first()).toBeVisible();
  await owner.getByRole('button', { name: 'Pause' }).click();
  await owner.getByLabel(/^Reason/).fill('On leave until spring.');
  await owner.locator('form.roster-one').getByRole('button', { name: 'Pause' }).click();
  await owner.waitForURL(/did=pause/);
  await expect(owner.getByText('“On leave until spring.”')).toBeVisible();
  await expectAccessible(owner);
});

test('all that match are changed after a preview, as one batch', async () => {
  await owner.goto(here);
  await owner.getByRole('button', { name: '… or with all 3 that match' }).click();
  await owner.waitForURL(/\/act\?/);
  await expect(owner.getByText('3 enrollments are chosen')).toBeVisible();
  await owner.getByRole('button', { name: /^Pause/ }).click();
  await expect(owner.getByText('2 people will be changed.')).toBeVisible();
  await expect(owner.getByText(/1 person will not/)).toBeVisible();
  await expectAccessible(owner);
  const preview = owner.url();
  await owner.getByRole('button', { name: 'Pause: 2 of 3' }).click();
  await owner.waitForURL(new RegExp(`/teach/${course}/batches/[0-9a-f-]+`));
  await expect(owner.getByText('Pause: 3 people').first()).toBeVisible();
  await expect(async () => {
    await owner.goto(`${here}?state=paused`);
    await expect(owner.getByText('3 people match')).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  // What is gone back to is previewed anew: nobody is left whom a pause is for.
  await owner.goto(preview);
  await expect(owner.getByRole('button', { name: 'Pause', exact: true })).toBeDisabled();
});

test('ticked rows alone are chosen, by keyboard', async () => {
  await owner.goto(here);
  await owner.getByLabel('Choose Ada Able').focus();
  await owner.keyboard.press('Space');
  await owner.getByRole('button', { name: 'Do something with the ticked …' }).press('Enter');
  await expect(owner.getByText('1 enrollment is chosen')).toBeVisible();
  await owner.getByRole('button', { name: /^Change/ }).click();
  await owner.getByLabel('End of their time').selectOption('at');
  await owner.getByLabel('Last day').fill('2099-12-04');
  await owner.getByRole('button', { name: 'Preview it so' }).click();
  await expect(owner.getByText('1 person will be changed.')).toBeVisible();
});

test('time is made longer by so many days: a wrong number is said at its field, and a batch of it is undone', async () => {
  const act = `${here}/act?id=none&scope=all&do=change`;
  await owner.goto(act);
  await owner.getByLabel('End of their time').selectOption('at');
  await owner.getByLabel('Last day').fill('2099-12-04');
  await owner.getByRole('button', { name: 'Preview it so' }).click();
  await owner.getByRole('button', { name: 'Change: 3 of 3' }).click();
  await owner.waitForURL(/\/batches\/[0-9a-f-]+/);
  await expect(owner.getByText('Undo this batch')).toBeVisible({ timeout: 40_000 });

  await owner.goto(act);
  await owner.getByLabel('End of their time').selectOption('by');
  await owner.getByLabel('Days more').fill('400');
  await owner.getByRole('button', { name: 'Preview it so' }).click();
  const days = owner.getByLabel('Days more');
  await expect(days).toHaveAttribute('aria-invalid', 'true');
  await expect(days).toHaveValue('400');
  await expect(owner.getByText('Give a whole number of days from 1 to 365.').last()).toBeVisible();
  await expectAccessible(owner);
  await days.fill('14');
  await owner.getByRole('button', { name: 'Preview it so' }).click();
  await expect(owner.getByText('3 people will be changed.')).toBeVisible();
  await owner.getByRole('button', { name: 'Change: 3 of 3' }).click();
  await owner.waitForURL(/\/batches\/[0-9a-f-]+/);
  const batch = owner.url();
  await expect(async () => {
    await owner.goto(`${here}?column=ends`);
    await expect(owner.getByText(/\b18 Dec\w* 2099/)).toHaveCount(3, { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await owner.goto(batch);
  await owner.getByText('Undo this batch').click();
  await owner.getByRole('button', { name: 'Undo it' }).click();
  await owner.waitForURL((url) => url.href !== batch);
  await expect(async () => {
    await owner.goto(`${here}?column=ends`);
    await expect(owner.getByText(/\b4 Dec\w* 2099/)).toHaveCount(3, { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
});

test('without JavaScript rows are filtered, chosen and previewed; on a phone nothing is wider than the screen', async () => {
  const cookies = await owner.context().cookies();
  const plain = await inOwnContext(owner.context(), {
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  await plain.context().addCookies(cookies);
  await plain.goto(here);
  await plain.getByLabel('Choose Bo Baker').check();
  await plain.getByRole('button', { name: 'Do something with the ticked …' }).click();
  await expect(plain.getByText('1 enrollment is chosen')).toBeVisible();
  await plain.getByRole('button', { name: /^Resume/ }).click();
  await expect(plain.getByText('1 person will be changed.')).toBeVisible();
  await plain.context().close();

  const phone = await inOwnContext(owner.context(), {
    viewport: { width: 320, height: 700 },
    isMobile: true,
    hasTouch: true,
  });
  await phone.context().addCookies(cookies);
  await phone.goto(here);
  const one = (await phone.locator('a.roster-person').first().getAttribute('href')) ?? '';
  for (const path of [here, one, `${here}/act?scope=all&do=change`]) {
    await phone.goto(path);
    expect(await phone.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    await expectAccessible(phone);
  }
  await phone.context().close();
});

test('administrators see every course; the tables are accessible at any width', async ({ page }) => {
  await signIn(page, demo.admin);
  await page.goto(`/admin/enrollments?course=${course}`);
  await expect(page.getByText('3 enrollments match')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Ada Able' })).toBeVisible();
  for (const path of [
    '/admin/enrollments',
    '/admin/people',
    `/admin/enrollments/act?course=${course}&scope=all&do=pause`,
  ]) {
    await page.goto(path);
    await expectAccessible(page);
    await page.setViewportSize({ width: 320, height: 700 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320);
    await page.setViewportSize({ width: 1280, height: 900 });
  }
});

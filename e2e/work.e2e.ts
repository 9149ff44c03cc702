import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import { workFile } from '@/test/work';
import { address } from './address';
import { demo, enroll, expect, expectAccessible, inOwnContext, newPerson, signIn, test } from './fixtures';
import { importCourse, publishCourse } from './staff';

// Written work: written with the line cut and the tab closed, handed in, graded by keyboard, read.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

type Who = { email: string; password: string };

const files = {
  ...courseFiles,
  'modules/1-first/2-essay.md': workFile([
    'anonymous: true',
    'pass: 50',
    'files: { most: 2, size: 1, kinds: [pdf, txt] }',
  ]),
};
const course = `work-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/essay`;
const queue = `/teach/${course}/work`;

let learner: Who;
let other: Who;
let without: Who;
let stranger: Who;
/** The address of a file that was handed in. */
let file = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const own = { browser: () => browser };
  const owner = await inOwnContext(own);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, files);
  await publishCourse(owner, course);
  learner = await newPerson();
  other = await newPerson();
  without = await newPerson();
  stranger = await newPerson('instructor');
  await owner.context().close();
});

const text = (page: Page) => page.getByLabel('Your text');

test('a learner writes on a phone with the line cut and the tab closed, loses nothing, and hands in', async ({
  page,
  context,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, learner);
  await enroll(page, course);
  await page.goto(home);
  await expect(page.getByText('within 4 days after you hand it in')).toBeVisible();
  await expect(page.getByText('It carries the claim.')).toBeVisible();
  await expect(page.getByText('not shown to who grades it')).toBeVisible();
  await text(page).pressSequentially('The first words. ');
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await context.setOffline(true);
  await text(page).press('End');
  await text(page).pressSequentially('Written without a line.');
  await expect(page.getByText(/You are offline. Your text is kept on this device/)).toBeVisible({
    timeout: 20_000,
  });
  await page.getByRole('button', { name: 'Look at it and hand it in' }).click();
  await expect(page.getByText(/has not reached the server yet/)).toBeVisible({ timeout: 20_000 });
  await page.close();
  await context.setOffline(false);

  const again = await context.newPage();
  await again.setViewportSize({ width: 390, height: 844 });
  await again.goto(home);
  await expect(text(again)).toHaveValue('The first words. Written without a line.');
  await expect(again.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });

  // Another device has it, and writes on; what is written here meanwhile is laid aside and not lost.
  const elsewhere = await inOwnContext(context);
  await signIn(elsewhere, learner);
  await elsewhere.goto(home);
  await expect(text(elsewhere)).toHaveValue('The first words. Written without a line.');
  await text(elsewhere).fill('Written on the other device.');
  await expect(elsewhere.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
  await elsewhere.context().close();
  await text(again).fill('The first words are mine, and these.');
  await expect(again.getByText(/changed on another device meanwhile/)).toBeVisible({ timeout: 20_000 });
  await expect(text(again)).toHaveValue('Written on the other device.');
  await again.getByRole('button', { name: 'Use this text instead' }).click();
  await expect(text(again)).toHaveValue('The first words are mine, and these.');
  await expect(again.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });

  await again.getByRole('button', { name: 'Look at it and hand it in' }).click();
  await expect(again.getByRole('heading', { name: 'You hand in 7 words' })).toBeVisible();
  await expectAccessible(again);
  await again.getByRole('button', { name: 'Hand it in' }).click();
  await expect(again.getByText('It is the next to be graded')).toBeVisible();
  await expect(again.getByText(/back by \w{3}, \d+ \w{3} \d{4}, \d\d:\d\d/)).toBeVisible();
  await expectAccessible(again);
  await expect(text(again)).toHaveCount(0);
});

test('without JavaScript it is written, saved, looked at and handed in by plain forms', async ({
  context,
}) => {
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(page, without);
  await enroll(page, course);
  await page.goto(home);
  await text(page).fill('Two words');
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(text(page)).toHaveValue('Two words');
  await page.getByRole('button', { name: 'Look at it and hand it in' }).click();
  await expect(page.getByText(/It has 2 words, and at least 3/)).toBeVisible();
  await page.getByRole('link', { name: 'Go on writing' }).click();
  await text(page).fill('Four words without script.');
  await page.getByRole('button', { name: 'Look at it and hand it in' }).click();
  await page.getByRole('link', { name: 'Go on writing' }).click();
  await page.getByLabel('Add a file').setInputFiles({
    name: 'My sources.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('The source of the claim.'),
  });
  await page.getByRole('button', { name: 'Send it' }).click();
  await page.getByRole('button', { name: 'Take out My sources.txt' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'My sources.txt' })).toBeVisible();
  await page.getByRole('button', { name: 'Look at it and hand it in' }).click();
  file = (await page.getByRole('link', { name: 'My sources.txt' }).getAttribute('href')) ?? '';
  const { origin } = new URL(page.url());
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const saved = await fetch(`${origin}${file}`, { headers: { cookie } });
  expect(await saved.text()).toBe('The source of the claim.');
  expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="My-sources.txt"/);
  expect(saved.headers.get('x-content-type-options')).toBe('nosniff');
  expect(saved.headers.get('content-security-policy')).toContain('sandbox');
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByText('It is number 2 in the queue')).toBeVisible();
  await page.context().close();
});

test('a grader grades by keyboard, without a name on the page, and goes from one to the next', async ({
  page,
}) => {
  await signIn(page, demo.instructor);
  await page.goto(queue);
  await expect(page.getByText('Without a name until it is graded')).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Grade the next' }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/work\/[0-9a-f-]{36}$/);
  await expect(page.getByText('The first words are mine, and these.')).toBeVisible();
  expect(await page.content()).not.toContain('Lin Learner');
  await expectAccessible(page);
  const fill = async (levels: string[], comment: string) => {
    await page.getByRole('link', { name: 'To the rubric' }).focus();
    await page.keyboard.press('Enter');
    for (const level of levels) await page.keyboard.press(level);
    await expect(page.getByLabel('What you say to the learner')).toBeFocused();
    await page.keyboard.type(comment);
  };
  // Words are selected and commented on; what is kept for later is found again by a slash.
  const words = page.locator('[data-from]').first();
  await words.selectText();
  await expect(page.getByRole('button', { name: 'Comment c', exact: true })).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByLabel('Comment 1', { exact: true }).and(page.locator('textarea'))).toBeFocused();
  await page.keyboard.type('Which words?');
  await expect(page.locator('.comments').getByText(/^Saved/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Keep for later' }).click();
  await expect(page.getByText('It is in the comment bank.')).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Comment on paragraph 1' }).click();
  await page.keyboard.press('/');
  await page.keyboard.type('which');
  await expect(page.getByRole('option', { name: /Which words/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.locator('.comments textarea')).toHaveCount(2);
  for (const box of await page.locator('.comments textarea').all())
    await expect(box).toHaveValue('Which words?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete comment 2' }).click();
  await expect(page.getByRole('button', { name: /Undo/ })).toBeVisible();
  // Unfinished, it says what is missing and keeps the rest.
  await page.getByLabel('What you say to the learner').focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Choose a level of “The claim”.').first()).toBeVisible();
  await fill(['3', '2'], 'Paragraph 1 is clear.');
  await expect(page.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
  const first = page.url();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Four words without script.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'File 1.txt' })).toHaveAttribute('href', file);
  await fill(['1', '1'], 'Nothing is there yet.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nothing is left to be graded now.')).toBeVisible();
  await page.goto(first);
  await expect(page.getByText('Lin Learner')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of [first, `${queue}?state=graded`]) {
    await page.goto(path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
});

test('the learner reads why', async ({ page }) => {
  await signIn(page, learner);
  await page.goto(home);
  await expect(page.getByRole('heading', { name: 'Written work, complete' })).toBeVisible();
  await page.getByRole('link', { name: 'What you handed in' }).click();
  await expect(page.getByRole('heading', { name: '100 %, passed' })).toBeVisible();
  await expect(page.getByText('This is what it reached.')).toHaveCount(2);
  await expect(page.getByText('Paragraph 1 is clear.')).toBeVisible();
  await expect(page.getByText('Which words?')).toHaveCount(1);
  await page.getByRole('link', { name: 'Comment 1: to its words' }).click();
  await expect(page).toHaveURL(/#words-1$/);
  await expectAccessible(page);
  await page.goto(`/learn/${course}`);
  await expect(page.getByRole('heading', { name: 'Your written work' })).toBeVisible();
});

test('another learner and another instructor find nothing', async ({ page }) => {
  await signIn(page, demo.instructor);
  await page.goto(`${queue}?state=graded`);
  const href = await page.locator('.work-queue a').first().getAttribute('href');
  await page.context().clearCookies();
  for (const who of [other, stranger]) {
    await signIn(page, who);
    const headers = { origin: address, accept: 'application/json' };
    for (const path of [home, `${home}/work/1`, queue, `${queue}/comments`, file, href ?? ''])
      expect((await page.request.get(path)).status(), path).toBe(404);
    const posts: [string, object][] = [
      [`/api${home}/save-work`, { number: 1, text: 'x', base: 0, writer: randomUUID() }],
      [`/api${href}`, { scores: {}, comment: '' }],
      [`/api${href}/comments`, { id: randomUUID(), says: 'x', from: 0, to: 3 }],
    ];
    for (const [path, data] of posts)
      expect((await page.request.post(path, { headers, data })).status(), path).toBe(404);
    await page.context().clearCookies();
  }
  await signIn(page, other);
  await enroll(page, course);
  for (const number of ['1', '0', '-1', 'x'])
    expect((await page.request.get(`${home}/work/${number}`)).status()).toBe(404);
});

import type { Page } from '@playwright/test';
import { pictureOf } from '@/test/assets';
import { demo, expect, signIn, test } from './fixtures';
import { ownOrigin } from './staff';

/** A course of one's own, as it is made. @returns its address. */
async function newCourse(page: Page): Promise<string> {
  const slug = `forms-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/teach/new');
  await page.getByLabel('Title').fill('A course of forms');
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('button', { name: 'Create the course' }).click();
  await page.waitForURL(`/teach/${slug}/outline`);
  return slug;
}

test('what is typed while a form is on its way stays, and the cursor with it', async ({ page }) => {
  await signIn(page, demo.instructor);
  const slug = await newCourse(page);
  await page.goto(`/teach/${slug}/settings`);
  const summary = page.getByRole('textbox', { name: 'Summary', exact: true });
  await summary.fill('What was sent.');
  let arrive = () => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(`**/teach/${slug}/settings`, async (route) => {
    if (route.request().method() === 'POST') await arrived;
    await route.continue();
  });
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByRole('button', { name: 'Saving …' })).toBeVisible();
  await summary.press('End');
  await summary.pressSequentially(' And what came after');
  await page.getByRole('textbox', { name: 'Level' }).fill('Typed meanwhile');
  await summary.press('End');
  await summary.pressSequentially('.');
  arrive();
  await expect(page.getByText('Saved to the draft.')).toBeVisible();
  await expect(summary).toHaveValue('What was sent. And what came after.');
  await expect(page.getByRole('textbox', { name: 'Level' })).toHaveValue('Typed meanwhile');
  await expect(summary).toBeFocused();
  await summary.pressSequentially(' More.');
  await expect(summary).toHaveValue('What was sent. And what came after. More.');

  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(async () => {
    await page.reload();
    await expect(summary).toHaveValue('What was sent. And what came after. More.', { timeout: 1_000 });
    await expect(page.getByText('is in the fields again')).toHaveCount(0, { timeout: 500 });
  }).toPass();
});

test('speakers that were set at once can be taken back at once', async ({ page }) => {
  await signIn(page, demo.instructor);
  const slug = await newCourse(page);
  await page.goto(`/teach/${slug}/sources/new`);
  await page
    .getByLabel('The text')
    .fill('The governor said that forty hospitals would be connected.\n\nThe agency pointed out a pilot.');
  await page.getByRole('textbox', { name: 'Title' }).fill('Plans');
  await page.getByLabel('Publisher').fill('A paper');
  await page.getByRole('textbox', { name: 'Date' }).fill('2019-11-02');
  await page.getByLabel('What the lessons take from it').fill('An example.');
  await page.getByRole('button', { name: 'Read the text' }).click();
  await page.waitForURL(/\/sources\/[0-9a-f-]{36}/);
  const passages = page.locator('.source-passage');
  const before = await passages.allInnerTexts();
  await page.getByRole('button', { name: 'Tick all' }).click();
  await page.getByRole('combobox', { name: 'Speaker of the ticked passages' }).fill('Somebody wrong');
  await page.getByRole('button', { name: 'Set speaker' }).click();
  await expect(page.getByText('The speaker of 2 passages is set.')).toBeVisible();
  await expect(passages.first()).toContainText('Somebody wrong');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText('Undone: 2 passages as before.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  expect(await passages.allInnerTexts()).toEqual(before);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a file that was deleted is said to be', async ({ page }) => {
    await signIn(page, demo.instructor);
    const slug = await newCourse(page);
    const sent = await page.request.post(`/api/teach/${slug}/assets`, {
      headers: { origin: ownOrigin(page), accept: 'application/json' },
      multipart: { file: { name: 'a.png', mimeType: 'image/png', buffer: await pictureOf('png') } },
    });
    expect(sent.status()).toBe(201);
    await page.goto(`/teach/${slug}/assets`);
    await page.getByText('Delete', { exact: false }).first().click();
    await page.getByRole('button', { name: 'Delete this file' }).click();
    await expect(page.getByText('The file is deleted from the draft.')).toBeVisible();
    await expect(page.getByText('No files yet')).toBeVisible();
  });
});

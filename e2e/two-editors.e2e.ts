import type { BrowserContext, Page } from '@playwright/test';
import { editorText, stateLine, writeLesson } from './editor';
import { demo, expect, inOwnContext, signInByForm as signIn, test } from './fixtures';

const lesson = `---
id: shared
title: Written by two
summary: Two people write it.
objectives:
  - Write together.
verified: "2026-11-23"
---

The first paragraph.

## A part {#a-part}

The second paragraph.

## The end {#the-end}

The third paragraph.
`;

/** A course of one's own, with its first lesson open in the editor. @returns the lesson's address. */
async function newLesson(page: Page): Promise<string> {
  const slug = `two-${crypto.randomUUID().slice(0, 8)}`;
  await page.goto('/teach/new');
  await page.getByLabel('Title').fill('Written by two');
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('button', { name: 'Create the course' }).click();
  await page.waitForURL(`/teach/${slug}/outline`);
  const href = await page
    .locator('a[href*="/lessons/"]:not([href$="/details"])')
    .first()
    .getAttribute('href');
  await page.goto(href ?? '');
  await writeLesson(page, lesson);
  return href ?? '';
}

/** Puts the cursor at the end of a line and types. */
async function typeAfter(page: Page, line: string, words: string): Promise<void> {
  await editorText(page).getByText(line, { exact: true }).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
  await expect(stateLine(page)).not.toHaveText(/Saved \d/);
}

/** A lesson that two people have open, of whom the first has changed its first paragraph since. */
async function afterTheFirst(page: Page, context: BrowserContext): Promise<{ address: string; other: Page }> {
  await signIn(page, demo.instructor);
  const address = await newLesson(page);
  const other = await inOwnContext(context);
  await signIn(other, demo.admin);
  await other.goto(address);
  await expect(editorText(other)).toBeVisible();
  await typeAfter(page, 'The first paragraph.', ' By the first.');
  await expect(stateLine(page)).toHaveText(/Saved \d/);
  return { address, other };
}

test('the second of two editors sees the conflict and loses nothing, and both changes fit together', async ({
  page,
  context,
}) => {
  const { address, other } = await afterTheFirst(page, context);
  await typeAfter(other, 'The third paragraph.', ' By the second.');
  await expect(other.getByRole('heading', { name: /saved this while you wrote/ })).toBeVisible();
  await expect(editorText(other)).toContainText('By the second.');
  await other.getByRole('button', { name: 'Use both' }).click();
  await expect(stateLine(other)).toHaveText(/Saved \d/);

  await page.goto(address);
  await expect(editorText(page)).toContainText('By the first.');
  await expect(editorText(page)).toContainText('By the second.');
  await other.context().close();
});

test('where both changed the same line, one chooses, and the other text is kept aside', async ({
  page,
  context,
}) => {
  const { other } = await afterTheFirst(page, context);
  await typeAfter(other, 'The first paragraph.', ' By the second.');
  await expect(other.getByRole('heading', { name: /saved this while you wrote/ })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Use both' })).toHaveCount(0);
  await other.getByRole('button', { name: 'Take theirs' }).click();
  await expect(editorText(other)).toContainText('By the first.');
  await other.getByText('1 copy of this page on this device').click();
  await other.getByRole('button', { name: 'Compare with what is in the editor' }).click();
  await expect(other.locator('.ed-aside')).toContainText('By the second.');
  await other.context().close();
});

test('closing the tab mid-sentence without a connection loses nothing', async ({ page, context }) => {
  await signIn(page, demo.instructor);
  const address = await newLesson(page);
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(editorText(tab)).toBeVisible();
  await context.setOffline(true);
  await typeAfter(tab, 'The second paragraph.', ' And in the middle of');
  await expect(stateLine(tab)).toHaveText(/Not saved: offline/);
  await tab.close();
  await context.setOffline(false);

  await page.goto(address);
  await expect(editorText(page)).not.toContainText('And in the middle of');
  await page.getByRole('button', { name: /Bring back what you wrote on this device/ }).click();
  await expect(editorText(page)).toContainText('And in the middle of');
  await expect(stateLine(page)).toHaveText(/Saved \d/);
  await page.reload();
  await expect(editorText(page)).toContainText('And in the middle of');
});

test('closing the tab mid-sentence with a connection saves it', async ({ page, context }) => {
  await signIn(page, demo.instructor);
  const address = await newLesson(page);
  const tab = await context.newPage();
  await tab.goto(address);
  await expect(editorText(tab)).toBeVisible();
  await typeAfter(tab, 'The second paragraph.', ' And in the middle of');
  await tab.close({ runBeforeUnload: true });
  await expect(async () => {
    await page.goto(address);
    const offered = page.getByRole('button', { name: /Bring back/ });
    if (await offered.isVisible()) await offered.click();
    await expect(editorText(page)).toContainText('And in the middle of', { timeout: 1_000 });
  }).toPass();
});

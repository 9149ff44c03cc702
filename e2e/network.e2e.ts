import { expect, expectAccessible, test } from './fixtures';

// The network to play with: everything by plain links and a plain form, with and without a script.

test('a network is set up, stepped through, broken by hand, and shared by its address', async ({
  page,
  context,
}) => {
  await page.goto('/network');
  await expect(page.getByRole('heading', { name: 'A consortium network to play with' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Step', exact: true }).click();
  await expect(page.getByRole('heading', { name: /^Step 1 of/ })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'is asked to sign' })).toContainText('Signed.');
  await page.getByRole('link', { name: 'End', exact: true }).click();
  await expect(page.getByText('✓ All 4 who work have committed')).toBeVisible();
  await expectAccessible(page);

  await page.getByLabel('What is wrong with Supplier').selectOption('crash');
  await page.getByLabel('What is wrong with Carrier').selectOption('crash');
  await page.getByRole('button', { name: 'Play this network' }).click();
  await expect(page.getByRole('heading', { name: /^Step 0 of/ })).toBeVisible();
  await page.getByRole('link', { name: 'End', exact: true }).click();
  await expect(page.getByText('✗ Nobody has committed')).toBeVisible();
  await page.getByRole('link', { name: 'Back', exact: true }).click();
  await expect(page.getByText('✗ Nobody has committed')).toBeHidden();

  const shared = await (await context.browser()?.newContext({ javaScriptEnabled: false }))?.newPage();
  if (!shared) throw new Error('no browser');
  await shared.goto(page.url());
  const words = await page.getByRole('heading', { name: /^Step/ }).textContent();
  await expect(shared.getByRole('heading', { name: /^Step/ })).toHaveText(words ?? '');
  await shared.getByLabel('Whose signatures are enough').fill('Bank and');
  await shared.getByRole('button', { name: 'Play this network' }).click();
  await shared.getByRole('link', { name: 'End', exact: true }).click();
  await expect(shared.getByText(/^✗ /)).toBeVisible();
});

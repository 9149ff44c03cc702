import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';
import { course, demo, expect, expectAccessible, inOwnContext, newPerson, signIn, test } from './fixtures';
import { ownOrigin } from './staff';

test.describe.configure({ mode: 'default', timeout: 120_000 });

const tag = randomUUID().slice(0, 8);
let owner: Page;
let stranger: Page;
let known: string;

async function setUp(browser: Browser): Promise<void> {
  const own = { browser: () => browser };
  owner = await inOwnContext(own);
  await signIn(owner, demo.admin);
  stranger = await inOwnContext(own);
  await signIn(stranger, await newPerson('instructor'));
  known = (await newPerson()).email;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  await setUp(browser);
});
test.afterAll(async () => {
  for (const person of [owner, stranger]) await person?.context().close();
});

const mailOf = (name: string) => `${name}@${tag}.example`;
const row = (page: Page, line: number) =>
  page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: `${line}`, exact: true }) });

test('a list of seven people of whom two are wrong becomes one batch of five', async () => {
  await owner.goto(`/teach/${course}/import-people`);
  await owner
    .getByLabel('The list')
    .fill(
      [
        'who\te-mail\tuntil',
        `Ann Lee\t${known}\t2031-12-31`,
        `李雷\t${mailOf('li')}\t`,
        `=cmd|'/c calc'!A1\tnot an address\t`,
        `Cem\t${mailOf('cem')}\t`,
        `Dana\t${mailOf('dana')}\t`,
        `Eve\t${mailOf('eve')}\t`,
        `Fay\t${mailOf('dana')}\t`,
      ].join('\n'),
    );
  await owner.getByRole('button', { name: 'Show what it would do' }).last().click();
  await owner.waitForURL(/\/rosters\/[0-9a-f-]{36}$/);
  await expectAccessible(owner);

  await expect(row(owner, 2)).toContainText('Will enroll');
  await expect(row(owner, 3)).toContainText('Will invite');
  await expect(row(owner, 4)).toContainText('E-mail address: This is no e-mail address.');
  await expect(row(owner, 8)).toContainText('The same stands on line 6 already');

  await owner.getByRole('link', { name: /^Rejected 2/ }).click();
  await owner.waitForURL(/outcome=rejected/);
  await expect(owner.getByRole('table').getByRole('row')).toHaveCount(3);
  const arrives = owner.waitForEvent('download');
  await owner.getByRole('link', { name: 'Download the rejected rows' }).click();
  const file = await readFile(await (await arrives).path(), 'utf8');
  expect(file.startsWith('\ufeffwho,e-mail,until,Line,Reason\r\n')).toBe(true);
  expect(file).toContain(`'=cmd|'/c calc'!A1,not an address,,4,E-mail address: This is no e-mail address.`);

  await owner.getByText('Columns, cohort and source').click();
  await owner.getByLabel('who', { exact: true }).selectOption({ label: 'Name' });
  await owner.getByRole('button', { name: 'Make the dry run again' }).click();
  await owner.waitForURL(/\/rosters\/[0-9a-f-]{36}$/);
  await expect(row(owner, 3)).toContainText('李雷');
  const roster = owner.url();

  await owner.getByRole('button', { name: 'Enroll 1, invite 4' }).click();
  await owner.waitForURL(/\/batches\/[0-9a-f-]{36}$/);
  const batch = owner.url();
  await expect(owner.getByRole('link', { name: 'Everybody (5)' })).toBeVisible();
  await owner.goto(roster);
  await expect(owner.getByText('This list was committed')).toBeVisible();
  await owner.getByRole('link', { name: 'Show the batch' }).click();
  await owner.waitForURL(batch);
});

test('without JavaScript a file is taken in, and a bad one says what is wrong with it', async ({
  browser,
}) => {
  const page = await inOwnContext(
    { browser: () => browser },
    { javaScriptEnabled: false, storageState: await owner.context().storageState() },
  );
  await page.goto(`/teach/${course}/import-people`);
  const upload = async (name: string, text: string) => {
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('button', { name: 'Show what it would do' }).first().click();
  };
  await upload('open.csv', 'name,e-mail\nAnn,"ann@a.example\n');
  await expect(page.getByRole('alert')).toContainText('It opens on line 2.');
  await upload('list.csv', `name;e-mail\nGus;${mailOf('gus')}\n`);
  await page.waitForURL(/\/rosters\//);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('list.csv');
  await expect(page.getByRole('button', { name: 'Invite 1' })).toBeVisible();
  await page.goto(`/teach/${course}/import-people`);
  await page.getByLabel('The list').fill('name,e-mail\nAnn,"ann@a.example\n');
  await page.getByRole('button', { name: 'Show what it would do' }).last().click();
  await expect(page.getByText('is never closed').first()).toBeVisible();
  await expect(page.getByLabel('The list')).toHaveValue(/Ann,"ann@a.example/);
  await page.context().close();
});

test('an instructor of another course finds nothing of it', async () => {
  await owner.goto(`/teach/${course}/import-people`);
  await expectAccessible(owner);
  const href = await owner.getByRole('link', { name: 'list.csv' }).getAttribute('href');
  const id = href?.split('/').at(-1);
  for (const path of [
    `/teach/${course}/import-people`,
    `/teach/${course}/rosters/${id}`,
    `/api/teach/${course}/rosters/${id}/rejected`,
  ]) {
    expect((await owner.request.get(path)).status(), path).toBe(200);
    expect((await stranger.request.get(path)).status(), path).toBe(404);
  }
  const sent = await stranger.request.post(`/api/teach/${course}/rosters`, {
    headers: { origin: ownOrigin(owner), accept: 'application/json' },
    multipart: { file: { name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from('a@b.example') } },
  });
  expect(sent.status()).toBe(404);
});

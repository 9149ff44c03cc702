import type { Page } from '@playwright/test';
import { course, demo, expect, inOwnContext, newestMail, newPerson, signIn, test } from './fixtures';

type Row = [email: string, name: string];

/** Five people with accounts, and the list that names them between two rows that cannot be. */
async function listOfSeven(): Promise<{ emails: string[]; text: string }> {
  const emails: string[] = [];
  for (let n = 0; n < 5; n += 1) emails.push((await newPerson()).email);
  const [first, ...others] = emails.map((email, index): Row => [email, `Lin Learner ${index + 1}`]);
  const rows: Row[] = [
    first ?? ['', ''],
    ['no address at all', 'Wrong One'],
    ...others,
    [emails[0]?.toUpperCase() ?? '', 'Twice'],
  ];
  return { emails, text: ['email,name', ...rows.map((row) => row.join(','))].join('\n') };
}

/** Presses a button of the batch and waits until the job has carried it out. */
async function untilDone(page: Page, words: RegExp): Promise<void> {
  await page.waitForURL(/\/batches\/[0-9a-f-]{36}/);
  await expect(page.getByText(words)).toBeVisible({ timeout: 30_000 });
}

test('a cohort of three seats, a list of seven: read, committed, a seat passed on, undone, and all of it on record', async ({
  context,
}) => {
  test.setTimeout(240_000);
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const { emails, text } = await listOfSeven();
  const [first = '', , , fourth = '', fifth = ''] = emails;
  const name = `Class ${crypto.randomUUID().slice(0, 8)}`;

  await test.step('a cohort with three seats', async () => {
    await admin.goto(`/teach/${course}/cohorts/new`);
    await admin.getByLabel('Name').fill(name);
    await admin.getByLabel('Seats', { exact: true }).fill('3');
    await admin.getByRole('button', { name: 'Make the cohort' }).click();
    await expect(admin.getByRole('heading', { level: 1, name })).toBeVisible();
  });

  await test.step('the dry run says what each row would do, and writes nothing', async () => {
    await admin.goto(`/teach/${course}/import-people`);
    const form = admin.getByRole('region', { name: 'Paste a list' });
    await form.getByLabel('The list').fill(text);
    await form.getByLabel('Cohort').selectOption({ label: name });
    await form.getByRole('button', { name: 'Show what it would do' }).click();
    await admin.waitForURL(/\/rosters\/[0-9a-f-]{36}/);
    await expect(admin.getByText(`${name}: 3 seats are left`)).toBeVisible();
    await expect(admin.getByText(/2 people would wait on the waitlist/)).toBeVisible();
    await expect(admin.getByRole('link', { name: /rejected/i }).first()).toBeVisible();
    await expect(admin.getByRole('row').filter({ hasText: 'no address at all' })).toContainText(/address/);
    await expect(admin.getByRole('row').filter({ hasText: 'Twice' })).toContainText(/line|already|twice/i);
  });

  await test.step('committed, three are in, two wait, in the order of the list', async () => {
    await admin.getByRole('button', { name: /enroll 5/i }).click();
    await untilDone(admin, /3 active, 2 on the waitlist/i);
    const rows = admin.getByRole('row');
    await expect(rows.filter({ hasText: fourth })).toContainText('On the waitlist');
    await expect(rows.filter({ hasText: first })).toContainText('Active');
  });
  const batch = admin.url();

  await test.step('one is withdrawn, and the first of the waitlist is offered the seat', async () => {
    await admin.getByRole('row').filter({ hasText: first }).getByRole('link').first().click();
    await admin.getByRole('button', { name: 'Withdraw' }).click();
    await admin.getByRole('button', { name: 'Withdraw' }).last().click();
    await expect(admin.getByText('Withdrawn.', { exact: true })).toBeVisible();
    const mail = await newestMail(admin, fourth, /A seat is free/);
    expect(mail).toContain('/invitation?token=');
    expect(mail).toContain(name);
  });

  await test.step('undone, who has moved on is left and listed, the others are out again', async () => {
    await admin.goto(batch);
    await admin.getByText('Undo this batch').click();
    await admin.getByRole('button', { name: 'Undo it' }).click();
    await admin.waitForURL((url) => url.href !== batch && url.pathname.includes('/batches/'));
    await untilDone(admin, /3 removed, 2 left as they were/i);
    const rows = admin.getByRole('row');
    await expect(rows.filter({ hasText: first })).toContainText(
      'Something happened to this enrollment since',
    );
    await expect(rows.filter({ hasText: fifth })).toContainText('Removed');
  });

  await test.step('the audit log has it all', async () => {
    await admin.goto('/admin/audit');
    for (const action of ['create-cohort', 'commit-roster', 'change-enrollment', 'undo-batch'])
      await expect(admin.locator('main')).toContainText(action);
  });

  await test.step('an instructor of another course finds nothing of it', async () => {
    const stranger = await inOwnContext(context);
    await signIn(stranger, await newPerson('instructor'));
    const missing = await (await stranger.request.get('/teach/no-such-course/roster')).text();
    for (const path of [
      'roster',
      'cohorts',
      'import-people',
      'batches',
      batch.split('/').slice(-2).join('/'),
    ]) {
      const answer = await stranger.request.get(`/teach/${course}/${path}`);
      expect([path, answer.status()]).toEqual([path, 404]);
      const text = (await answer.text()).replaceAll(course, 'no-such-course');
      expect(text.includes(name), path).toBe(false);
    }
    expect(missing).not.toContain(name);
  });
});

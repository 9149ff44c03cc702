import type { Page } from '@playwright/test';
import { asNewLearner, course, demo, expect, inOwnContext, signIn, signInByForm, test } from './fixtures';
import { ownOrigin } from './staff';

const lesson = `/learn/${course}/study-session`;

/** The page of a person, found as an administrator finds it. */
async function openPerson(admin: Page, email: string): Promise<void> {
  await admin.goto(`/admin/people?search=${encodeURIComponent(email)}`);
  await admin
    .getByRole('link', { name: /Lin Learner/ })
    .first()
    .click();
  await admin.waitForURL(/\/admin\/people\/.+/);
}

/** Gives the password on the page that asks for it: the page that leads there has a field of that name, too. */
async function provePassword(admin: Page): Promise<void> {
  await admin.getByRole('link', { name: 'Give your password first' }).click();
  await expect(admin.getByRole('heading', { name: 'Your password again' })).toBeVisible();
  await admin.getByLabel('Your own password').fill(demo.admin.password);
  await admin.getByRole('button', { name: 'Go on' }).click();
}

const status = async (page: Page, path: string) => (await page.request.get(path)).status();

test('a role is given with a fresh password, and staff see people but neither roles nor the audit log', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const who = await asNewLearner(page, { enrolled: false });
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  await openPerson(admin, who.email);

  const change = admin.getByRole('button', { name: 'Change the role' });
  await admin.getByRole('combobox', { name: 'Role' }).selectOption('staff');
  await admin.getByLabel('Your own password').fill('not the password at all');
  await change.click();
  await expect(admin.getByText('That is not your current password.').first()).toBeVisible();
  await expect(admin.getByRole('combobox', { name: 'Role' })).toHaveValue('staff');
  await admin.getByLabel('Your own password').fill(demo.admin.password);
  await change.click();
  await expect(admin.getByText('The role is changed.')).toBeVisible();
  // Given once, it counts for a while.
  await expect(admin.getByLabel('Your own password')).toHaveCount(0);

  // The session of before is over; the next one has the role.
  await page.goto('/account');
  await expect(page).toHaveURL(/\/sign-in/);
  await signInByForm(page, who);
  await page.getByRole('link', { name: 'Admin' }).click();
  const tabs = page.getByRole('navigation', { name: 'Administration' });
  await tabs.getByRole('link', { name: 'People' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'People' })).toBeVisible();
  await expect(tabs.getByRole('link', { name: 'Audit' })).toHaveCount(0);
  await expect(tabs.getByRole('link', { name: 'Roles' })).toHaveCount(0);
  for (const path of ['/admin/audit', '/admin/roles', '/admin/mailbox'])
    expect(await status(page, path), path).toBe(404);
  await page.goto(`/admin/people?search=${encodeURIComponent(demo.student.email)}`);
  await page
    .getByRole('link', { name: /Sam Student/ })
    .first()
    .click();
  await page.waitForURL(/\/admin\/people\/.+/);
  await expect(page.getByText(demo.student.email)).toBeVisible();
  for (const name of [/change the role/i, /suspend/i, /see the pages/i])
    await expect(page.getByRole('button', { name })).toHaveCount(0);

  await admin.goto('/admin/roles');
  const row = admin.getByRole('row', { name: /people\.suspend/ });
  await expect(row.getByRole('cell')).toHaveText(['high', /no/, /no/, /no/, /yes/, /no/, /no/, /no/]);
  await admin.goto(`/admin/audit?person=${encodeURIComponent(who.email)}&action=set-role`);
  const entry = admin.getByRole('listitem').filter({ hasText: 'changed the role of' });
  await expect(entry).toContainText('Lin Learner from student to staff');
  await entry.getByText('Details').click();
  await expect(entry.getByRole('link', { name: /^user:/ })).toBeVisible();
  await expect(admin.getByText(/entries hold together/)).toBeVisible();

  await page.goto('/account');
  await page.getByRole('link', { name: 'See your history' }).click();
  await expect(
    page.getByText('The school changed the role of your account from student to staff.'),
  ).toBeVisible();
  expect(await page.locator('main').textContent()).not.toContain('demo admin');
  await admin.context().close();
});

test('an administrator sees a student’s pages, changes nothing, and stops; both of them find it noted', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const who = await asNewLearner(page);
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  await openPerson(admin, who.email);
  const person = new URL(admin.url()).pathname;
  await provePassword(admin);
  await admin.waitForURL(person);
  await admin.getByRole('button', { name: 'See the pages of Lin Learner' }).click();
  await admin.waitForURL('/learn');

  const banner = admin.getByRole('complementary', { name: 'Whose pages these are' });
  for (const path of ['/', '/learn', `/courses/${course}`, '/courses', lesson]) {
    await admin.goto(path);
    await expect(banner, path).toContainText('Lin Learner');
  }
  // Answering is refused with one sentence, by the page and by the door itself.
  await admin.locator('.question').first().getByRole('radio').first().check();
  await admin.locator('.question').first().getByRole('button', { name: /check/i }).click();
  const sentence = 'You look at the pages of somebody else, so nothing can be changed. Stop first.';
  await expect(admin.getByText(sentence).first()).toBeVisible();
  const headers = { origin: ownOrigin(admin), accept: 'application/json' };
  for (const [door, data] of [
    ['views', { blocks: ['opening'] }],
    ['complete', {}],
  ] as const) {
    const answer = await admin.request.post(`/api${lesson}/${door}`, { data, headers });
    expect(answer.status(), door).toBe(403);
    expect(await answer.json()).toEqual({ message: sentence, code: 'viewing-only' });
  }
  // So is leaving the course, as forms do it.
  await admin.goto(`/learn/${course}`);
  await admin.getByText('Leave the course').click();
  await admin.getByRole('button', { name: 'Leave this course' }).click();
  await expect(admin.getByText(sentence).first()).toBeVisible();
  // The account is theirs alone, and what administrators see is out of reach meanwhile.
  await admin.goto('/account');
  await expect(admin.getByRole('heading', { level: 1 })).toHaveText('Their account');
  await expect(admin.locator('main')).not.toContainText(who.email);
  for (const path of ['/account/history', '/account/prove', '/admin/people', '/admin/audit'])
    expect(await status(admin, path), path).toBe(404);

  await banner.getByRole('button', { name: 'Stop' }).click();
  await admin.waitForURL(person);
  await expect(banner).toHaveCount(0);
  await admin.goto(`/admin/audit?person=${encodeURIComponent(who.email)}`);
  for (const deed of ['began to see the pages of', 'stopped seeing the pages of'])
    await expect(admin.getByRole('listitem').filter({ hasText: deed })).toContainText('Lin Learner');
  await page.goto('/account/history');
  await expect(page.getByText('The school began to see the pages of your account.')).toBeVisible();
  await expect(page.getByText('The school stopped seeing the pages of your account.')).toBeVisible();
  // Nothing that was tried is in the ledger of the student.
  await page.goto(`/learn/${course}/record`);
  await expect(page.locator('main')).not.toContainText(/answered/i);
  await admin.context().close();
});

test('looking and stopping work without JavaScript', async ({ page, context }) => {
  test.setTimeout(240_000);
  const who = await asNewLearner(page, { enrolled: false });
  const admin = await inOwnContext(context, { javaScriptEnabled: false });
  await admin.goto('/sign-in');
  await admin.getByLabel('E-mail').fill(demo.admin.email);
  await admin.getByLabel('Password').fill(demo.admin.password);
  await admin.getByRole('button', { name: 'Sign in' }).click();
  await openPerson(admin, who.email);
  await provePassword(admin);
  await admin.getByRole('button', { name: 'See the pages of Lin Learner' }).click();
  await admin.waitForURL('/learn');
  await expect(admin.getByRole('complementary', { name: 'Whose pages these are' })).toContainText('Lin');
  await admin.getByRole('button', { name: 'Stop' }).click();
  await admin.waitForURL(/\/admin\/people\//);
  await admin.goto('/admin/audit');
  await admin.getByLabel('Person').fill(who.email);
  await admin.getByRole('button', { name: 'Search' }).click();
  await expect(admin).toHaveURL(/person=learner/);
  await expect(admin.getByText('stopped seeing the pages of').first()).toBeVisible();
  await admin.context().close();
});

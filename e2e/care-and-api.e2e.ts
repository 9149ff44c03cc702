import type { APIRequestContext, Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import { address } from './address';
import {
  asNewLearner,
  demo,
  enroll,
  expect,
  expectAccessible,
  inOwnContext,
  newPerson,
  signIn,
  test,
} from './fixtures';
import { importCourse, publishCourse } from './staff';

/** A published course of the instructor's own, for people whom no other journey touches. */
async function ownCourse(page: Page): Promise<string> {
  const slug = `care-${crypto.randomUUID().slice(0, 8)}`;
  await importCourse(page, slug, courseFiles);
  await publishCourse(page, slug);
  return slug;
}

const mailsTo = async (admin: Page, email: string, subject: RegExp) => {
  await admin.goto('/admin/mailbox');
  return admin.getByRole('listitem').filter({ hasText: email }).filter({ hasText: subject }).count();
};

test('who has not learned is found, reminded once, and the proof says so', async ({ page, context }) => {
  test.setTimeout(180_000);
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  await signIn(page, await newPerson('instructor'));
  const slug = await ownCourse(page);
  const learner = await inOwnContext(context);
  const lin = await newPerson();
  await signIn(learner, lin);
  await enroll(learner, slug);
  const quietOne = await inOwnContext(context);
  const mei = await newPerson();
  await signIn(quietOne, mei);
  await enroll(quietOne, slug);
  await quietOne.goto('/account');
  await quietOne.getByLabel('No reminders by mail').check();
  await quietOne.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(quietOne.getByText('Saved.')).toBeVisible();
  // Their time ends soon: nobody has been absent for a day yet.
  await page.goto(`/teach/${slug}/care`);
  await expect(page.getByText('Nobody is on this list')).toBeVisible();
  await expectAccessible(page);
  await endsSoon(admin.request, admin, slug, [lin.email, mei.email]);

  await page.goto(`/teach/${slug}/care?sign=ending`);
  await expect(page.getByRole('row')).toHaveCount(3);
  await expectAccessible(page);
  await page.getByLabel('All 2').check();
  await page.getByRole('button', { name: 'Remind …' }).click();
  await expect(page.getByRole('heading', { name: 'Left out (1)' })).toBeVisible();
  await expect(page.getByText('They want no reminders by mail.')).toBeVisible();
  await page.getByLabel('Text').fill('Hello {nmae}, {link}');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('link', { name: /\{nmae\} is not known/ })).toBeVisible();
  await page.getByLabel('Text').fill('Dear {name}, a little is left: {link}');
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByText(/Dear Lin Learner, a little is left: http/)).toBeVisible();
  await expectAccessible(page);
  const form = page.url();
  await page.getByRole('button', { name: 'Send to 1 learner' }).click();
  await page.waitForURL(/\/care\/reminders\//);
  await expect(page.getByRole('table', { name: 'To whom' })).toContainText(lin.email);
  await expect(page.getByRole('table', { name: 'Left out' })).toContainText(mei.email);
  await expectAccessible(page);

  await page.goto(form);
  await expect(page.getByText('Nobody is left to remind')).toBeVisible();
  await expect(page.getByText('They were reminded of this already.')).toBeVisible();
  expect(await mailsTo(admin, lin.email, /Your course/)).toBe(1);
  expect(await mailsTo(admin, mei.email, /Your course/)).toBe(0);

  const stranger = await inOwnContext(context);
  await signIn(stranger, await newPerson('instructor'));
  for (const path of ['/care', '/care/act?who=all&do=remind', new URL(page.url()).pathname.split(slug)[1]]) {
    expect((await stranger.goto(`/teach/${slug}${path}`))?.status()).toBe(404);
  }
});

/** A token as an admin makes it on the page. */
async function makeToken(admin: Page, scopes: string[]): Promise<string> {
  await admin.goto('/admin/api-tokens');
  await admin.getByRole('textbox', { name: 'Name' }).fill(`Journey ${crypto.randomUUID().slice(0, 8)}`);
  for (const scope of scopes) await admin.getByLabel(scope).check();
  const password = admin.getByLabel('Your own password');
  if (await password.isVisible()) await password.fill(demo.admin.password);
  await admin.getByRole('button', { name: 'Make the token' }).click();
  await expect(admin.getByText('The token is made.')).toBeVisible();
  return admin.getByLabel('The token').inputValue();
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

/** Gives people a deadline of their own, through the API. */
async function endsSoon(request: APIRequestContext, admin: Page, slug: string, emails: string[]) {
  const token = await makeToken(admin, ['enrollments:read', 'enrollments:write']);
  const place = `${address}/api/v1/courses/${slug}/enrollments`;
  const { items } = await (await request.get(place, { headers: bearer(token) })).json();
  expect(items.map((item: { person: { email: string } }) => item.person.email).sort()).toEqual(emails.sort());
  const at = new Date(Date.now() + 5 * 86_400_000).toISOString();
  for (const { id } of items) {
    const data = { action: 'change', ends: { at } };
    const answer = await request.post(`${place}/${id}/actions`, { headers: bearer(token), data });
    expect(answer.status()).toBe(200);
  }
}

test('another system enrolls somebody, goes no further than its scopes, and is out once it is revoked', async ({
  page,
  request,
}) => {
  await signIn(page, demo.admin);
  const slug = await ownCourse(page);
  const token = await makeToken(page, ['enrollments:write']);
  await expectAccessible(page);
  const place = `/api/v1/courses/${slug}/enrollments`;
  const email = `api-${crypto.randomUUID().slice(0, 8)}@school.example`;
  const data = { email, name: 'Kai Ode' };
  expect((await request.post(place, { data })).status()).toBe(401);
  const own = await page.request.post(place, { data });
  expect([own.status(), own.headers()['content-type']]).toEqual([401, 'application/problem+json']);

  const made = await request.post(place, { headers: bearer(token), data });
  expect(made.status()).toBe(201);
  expect(await made.json()).toMatchObject({ from: 'none', to: 'active', enrollment: { person: { email } } });
  expect(await mailsTo(page, email, /enrolled/i)).toBe(1);
  const outside = await request.get(place, { headers: bearer(token) });
  expect(outside.status()).toBe(403);
  expect((await request.get('/api/v1/people', { headers: bearer(token) })).status()).toBe(403);
  expect((await request.head('/api/v1/people', { headers: bearer(token) })).status()).toBe(403);
  expect((await request.fetch(place, { method: 'OPTIONS' })).headers().allow).toMatch(/GET.*POST/);
  expect((await request.delete(place, { headers: bearer(token) })).status()).toBe(405);
  expect((await (await request.get('/api/v1/openapi.json')).json()).openapi).toBe('3.1.0');

  await page.goto('/admin/api-tokens');
  const first = page.getByRole('listitem').filter({ hasText: `${token.slice(0, 8)}…` });
  await expect(first).toContainText('Last used just now');
  await first.getByRole('button', { name: /Revoke/ }).click();
  await expect(first).toContainText('Revoked');
  expect((await request.post(place, { headers: bearer(token), data })).status()).toBe(401);

  await page.goto('/admin/api');
  await expect(page.getByRole('heading', { name: 'Enroll or invite one person' })).toBeVisible();
  await expectAccessible(page);
});

test('the dashboard shows the numbers, and nobody else sees it', async ({ page, context }) => {
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  await asNewLearner(page);
  await admin.goto('/');
  await admin.getByRole('link', { name: 'Admin', exact: true }).click();
  await admin.waitForURL('/admin');
  await expect(admin.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  const active = Number(await admin.locator('.figure-heads dd').nth(2).textContent());
  expect(active).toBeGreaterThan(0);
  await expect(
    admin.getByRole('table', { name: 'Enrollments by state' }).getByRole('row', { name: /^Active/ }),
  ).toContainText(String(active));
  await expect(admin.getByRole('img', { name: /Active learners by week/ })).toBeVisible();
  await admin.locator('.chart-table summary').first().click();
  await expect(admin.getByRole('table', { name: 'Active learners by week' }).getByRole('row')).toHaveCount(
    13,
  );
  await expectAccessible(admin);
  await admin.goto('/admin/mails');
  await expectAccessible(admin);
  for (const path of ['/admin', '/admin/mails', '/admin/api', '/admin/api-tokens'])
    expect((await page.goto(path))?.status()).toBe(404);
});

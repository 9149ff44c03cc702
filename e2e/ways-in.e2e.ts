import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import {
  demo,
  expect,
  expectAccessible,
  inOwnContext,
  newestMail,
  newPerson,
  signIn,
  test,
} from './fixtures';
import { importCourse, publishCourse } from './staff';

test.describe.configure({ mode: 'serial', timeout: 180_000 });

let admin: Page;
let owner: Page;
let stranger: Page;
let ana: Page;
let ben: Page;
/** Who is in the cohort that is made on the way. */
let evening: Page;
const course = `ways-in-${randomUUID().slice(0, 8)}`;
const people: Record<'ana' | 'ben', { email: string; password: string }> = {
  ana: { email: '', password: '' },
  ben: { email: '', password: '' },
};

async function setUp(browser: Browser): Promise<void> {
  const own = { browser: () => browser };
  [admin, owner, stranger, ana, ben] = (await Promise.all(
    Array.from({ length: 5 }, () => inOwnContext(own)),
  )) as [Page, Page, Page, Page, Page];
  await signIn(admin, demo.admin);
  await signIn(owner, await newPerson('instructor'));
  await signIn(stranger, await newPerson('instructor'));
  people.ana = await newPerson();
  await signIn(ana, people.ana);
  people.ben = await newPerson();
  await signIn(ben, people.ben);
  await importCourse(owner, course, courseFiles);
  await publishCourse(owner, course);
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  await setUp(browser);
});
test.afterAll(async () => {
  for (const person of [admin, owner, stranger, ana, ben, evening]) await person?.context().close();
});

/** Sets the ways in of the course as its owner does. */
async function setWays(fields: { policy: string; key?: string; seats?: string; waitlist?: string }) {
  await owner.goto(`/teach/${course}/enrollment`);
  await owner.getByLabel('How people come in').selectOption(fields.policy);
  if (fields.key) await owner.getByLabel('Key', { exact: true }).fill(fields.key);
  if (fields.seats !== undefined) await owner.getByLabel('Seats', { exact: true }).fill(fields.seats);
  if (fields.waitlist) await owner.getByLabel('When every seat is taken').selectOption(fields.waitlist);
  await owner.getByRole('button', { name: 'Save the ways in' }).click();
  await expect(owner.getByText('Saved. It holds from now on.')).toBeVisible();
}

const leave = async (page: Page) => {
  await page.goto(`/learn/${course}`);
  await page.getByText('Leave the course').click();
  await page.getByRole('button', { name: 'Leave this course' }).click();
  await page.waitForURL(`/courses/${course}`);
};

test('by key: a wrong one is told at its field, and the link that carries the right one lets in', async () => {
  await setWays({ policy: 'key', key: 'harbour-47' });
  await expectAccessible(owner);
  const link = await owner.getByLabel('A link that carries the key').inputValue();
  await ana.goto(`/courses/${course}`);
  await ana.getByLabel('Key').fill('harbour-48');
  await ana.getByRole('button', { name: 'Enroll' }).click();
  await expect(ana.locator('#key-problem')).toHaveText('That is not the key of this course.');
  await expect(ana.getByLabel('Key')).toHaveValue('harbour-48');
  await ana.goto(link);
  await expect(ana.getByLabel('Key')).toHaveValue('harbour-47');
  await ana.getByRole('button', { name: 'Enroll' }).click();
  await ana.waitForURL(`/learn/${course}`);
  await leave(ana);
});

test('by approval: one is declined and reads why, one is approved and learns', async () => {
  await setWays({ policy: 'approval' });
  for (const [page, reason] of [
    [ana, 'I missed the first run.'],
    [ben, 'My school pays for it.'],
  ] as const) {
    await page.goto(`/courses/${course}`);
    await page.getByLabel('Why you want to take part').fill(reason);
    await page.getByRole('button', { name: 'Ask for a place' }).click();
    await expect(page.getByRole('heading', { name: 'You asked for a place' })).toBeVisible();
  }
  await owner.goto(`/teach/${course}/requests`);
  await expectAccessible(owner);
  await owner.getByRole('checkbox', { name: /My school pays for it/ }).check();
  await owner.getByLabel('Your answer').selectOption('decline');
  await owner.getByRole('button', { name: 'Send the answer' }).click();
  await expect(owner.locator('#reason-problem')).toHaveText('Say why: the learner will read it.');
  await owner.getByRole('checkbox', { name: /My school pays for it/ }).check();
  await expect(owner.getByLabel('Your answer')).toHaveValue('decline');
  await owner.getByLabel('In your words').fill('This run is for teachers.');
  await owner.getByRole('button', { name: 'Send the answer' }).click();
  await expect(owner.getByText(/1 declined/)).toBeVisible();
  expect(await newestMail(admin, people.ben.email, /declined/)).toContain('This run is for teachers.');
  await ben.goto(`/courses/${course}`);
  await expect(ben.getByText('This run is for teachers.')).toBeVisible();

  await owner.getByRole('checkbox', { name: /I missed the first run/ }).check();
  await owner.getByLabel('Your answer').selectOption('approve');
  await owner.getByRole('button', { name: 'Send the answer' }).click();
  await expect(owner.getByText(/1 approved/)).toBeVisible();
  expect(await newestMail(admin, people.ana.email, /You have a place/)).toContain(`/learn/${course}`);
  await ana.goto('/learn');
  await ana
    .getByRole('link', { name: /Begin|Continue/ })
    .first()
    .click();
  await ana.waitForURL(/\/learn\/.+\/one/);
});

test('somebody without an account goes from the mail to the first lesson, without a script', async ({
  context,
}) => {
  const email = `invited-${randomUUID().slice(0, 8)}@example.org`;
  await owner.goto(`/teach/${course}/invite`);
  await expectAccessible(owner);
  await owner.getByLabel('E-mail address').fill(email);
  await owner.getByLabel('Name').fill('Ida Invited');
  await owner.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(owner.getByText('Invited. The mail with the link is on its way.')).toBeVisible();
  const link = /https?:\/\/\S+\/invitation\?\S+/.exec(await newestMail(admin, email))?.[0] ?? '';

  await ben.goto(link);
  await expect(ben.getByText('This is for somebody else')).toBeVisible();
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await page.goto(link);
  await expect(page.getByLabel('Name')).toHaveValue('Ida Invited');
  await page.getByLabel('Password').fill('short');
  await page.getByRole('button', { name: 'Take the seat' }).click();
  await expect(page.getByText('Use at least 12 characters.').first()).toBeVisible();
  const password = 'a long enough passphrase';
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Take the seat' }).click();
  await expect(page.getByText('The account is yours.')).toBeVisible();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`/learn/${course}`);
  await page.getByRole('link', { name: /Begin/ }).first().click();
  await page.waitForURL(/\/learn\/.+\/one/);
  await page.goto(link);
  await expect(page.getByText('This link does not work any more')).toBeVisible();
  await page.context().close();
});

test('somebody without an account declines by the link of the mail, without a script, and the course sees it', async ({
  context,
}) => {
  const email = `declines-${randomUUID().slice(0, 8)}@example.org`;
  await owner.goto(`/teach/${course}/invite`);
  await owner.getByLabel('E-mail address').fill(email);
  await owner.getByLabel('Name').fill('Dee Clines');
  await owner.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(owner.getByText('Invited. The mail with the link is on its way.')).toBeVisible();
  const link = /https?:\/\/\S+\/invitation\?\S+/.exec(await newestMail(admin, email))?.[0] ?? '';

  // Opening the link, as programs that check mail do, declines nothing.
  const looked = await inOwnContext(context);
  await looked.goto(link);
  await looked.getByText('I do not want this').click();
  await expectAccessible(looked);
  await looked.goto('/invitation?answer=declined');
  await expectAccessible(looked);
  await looked.context().close();

  const page = await inOwnContext(context, { javaScriptEnabled: false });
  expect((await page.request.head(link)).ok()).toBe(true);
  await page.goto(link);
  await page.getByText('I do not want this').click();
  await page.getByRole('button', { name: 'Decline the invitation' }).click();
  await expect(page.getByText('The seat is free for somebody else.')).toBeVisible();
  expect(page.url()).not.toContain('token');
  await page.goto(link);
  await expect(page.getByText('This link does not work any more')).toBeVisible();
  await page.context().close();

  await owner.goto(`/teach/${course}/roster?state=withdrawn&search=${email}`);
  await owner.getByRole('link', { name: 'Dee Clines' }).click();
  await expect(owner.getByText('Declined the invitation')).toBeVisible();
});

test('a cohort is made and chosen, and who finds no seat in it waits with a number', async ({ context }) => {
  await setWays({ policy: 'closed' });
  await owner.goto(`/teach/${course}/cohorts/new`);
  await expectAccessible(owner);
  await owner.getByLabel('Name').fill('Evening class');
  await owner.getByLabel('How people come in').selectOption('open');
  await owner.getByLabel('Seats', { exact: true }).fill('1');
  await owner.getByRole('button', { name: 'Make the cohort' }).click();
  await owner.waitForURL(/\/cohorts\/[0-9a-f-]{36}$/);
  await expectAccessible(owner);

  for (const [index, button] of ['Enroll', 'Join the waitlist'].entries()) {
    const page = await inOwnContext(context);
    await signIn(page, await newPerson());
    await page.goto(`/courses/${course}`);
    await page.getByRole('button', { name: button }).click();
    if (index === 0) await page.waitForURL(`/learn/${course}`);
    else {
      await expect(page.getByRole('heading', { name: 'You are number 1 on the waitlist' })).toBeVisible();
      await expectAccessible(page);
      await page.goto('/learn');
      await expect(page.getByText('You are number 1 on the waitlist')).toBeVisible();
      await expect(page.getByText('Evening class')).toBeVisible();
    }
    if (index === 0) evening = page;
    else await page.context().close();
  }
  await owner.goto(`/teach/${course}/cohorts`);
  await expectAccessible(owner);
  await expect(owner.getByRole('row', { name: /Evening class/ })).toContainText('1 of 1 taken');
});

test('whoever teaches a cohort opens the roster and the care on it, and its learners know whom to ask', async () => {
  await owner.getByRole('link', { name: 'Evening class' }).click();
  await owner.waitForURL(/\/cohorts\/[0-9a-f-]{36}$/);
  const cohort = owner.url().split('/').at(-1);
  await owner.getByRole('button', { name: 'Add to the cohort' }).click();
  await expect(owner.getByRole('button', { name: /^Take off/ })).toBeVisible();
  for (const room of ['roster', 'care']) {
    await owner.goto(`/teach/${course}/${room}`);
    await owner.waitForURL(`/teach/${course}/${room}?cohort=${cohort}`);
    const own = owner.getByRole('navigation', { name: 'Your cohorts' });
    await expect(own.getByRole('link', { name: 'Evening class' })).toHaveAttribute('aria-current', 'page');
    await expect(owner.getByRole('combobox', { name: 'Cohort' })).toHaveValue(cohort ?? '');
    await expectAccessible(owner);
    await own.getByRole('link', { name: 'Everybody in the course' }).click();
    await owner.waitForURL(/cohort=any/);
    await expect(own.getByRole('link', { name: 'Everybody in the course' })).toHaveAttribute(
      'aria-current',
      'page',
    );
    await expectAccessible(owner);
  }
  await owner.goto(`/teach/${course}/roster?cohort=${cohort}`);
  await owner.getByRole('link', { name: 'Clear' }).click();
  await owner.waitForURL(/cohort=any/);
  await evening.goto(`/learn/${course}`);
  await expect(evening.getByRole('heading', { name: 'Your cohort: Evening class' })).toBeVisible();
  await expect(evening.locator('a[href^="mailto:"]')).toHaveCount(1);
  await expectAccessible(evening);
  await owner.goto(`/teach/${course}/cohorts`);
});

test('an instructor of another course, and a learner, find none of these rooms', async () => {
  const href = await owner.getByRole('link', { name: 'Evening class' }).getAttribute('href');
  for (const page of [stranger, ana]) {
    for (const room of ['enrollment', 'requests', 'invite', 'cohorts', 'cohorts/new']) {
      const answer = await page.request.get(`/teach/${course}/${room}`);
      expect(answer.status(), room).toBe(404);
      expect(await answer.text()).not.toContain('Evening class');
    }
    for (const path of [href ?? '', `${href}/edit`])
      expect((await page.request.get(path)).status(), path).toBe(404);
  }
});

import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { expectAccessible } from './axe';
import { newPerson, signIn, type Who } from './people';

export const course = 'reading-a-blockchain-policy';
export const demo = {
  student: { email: 'student@demo.example', password: 'demo student 2019' },
  instructor: { email: 'instructor@demo.example', password: 'demo instructor 2019' },
  admin: { email: 'admin@demo.example', password: 'demo admin 2019' },
};

/** Fails a test on whatever the browser complains of: a refused script, a hydration mismatch, an error. */
export const test = base.extend<{ complaints: string[] }>({
  complaints: [
    async ({ context }, use) => {
      const complaints: string[] = [];
      context.on('weberror', (error) => complaints.push(String(error.error())));
      context.on('console', (message) => {
        const text = message.text();
        if (message.type() === 'error' && !/Failed to load resource|net::ERR/.test(text))
          complaints.push(text);
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect, expectAccessible, newPerson, signIn };

/** Signs in through the form. */
export async function signInByForm(page: Page, who: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  // Whoever has nothing left to learn is led there from the page as well.
  await expect(page.getByRole('link', { name: 'My learning' }).first()).toBeVisible();
}

/** The newest mail to an address, read as an admin reads it in the local mailbox. */
export async function newestMail(admin: Page, to: string, subject = /./): Promise<string> {
  const mail = admin
    .getByRole('listitem')
    .or(admin.getByRole('row'))
    .filter({ hasText: to })
    .filter({ hasText: subject });
  await expect(async () => {
    await admin.goto('/admin/mailbox');
    await mail.getByRole('link').first().click({ timeout: 2_000 });
  }).toPass();
  await admin.waitForURL(/\/admin\/mailbox\/.+/);
  return (await admin.locator('main').textContent()) ?? '';
}

/** By the pages, registers somebody new and confirms the address with the link in the mail. @returns their sign-in. */
export async function registerAndConfirm(page: Page, admin: Page): Promise<Who> {
  const who = {
    email: `learner-${crypto.randomUUID().slice(0, 8)}@example.org`,
    password: 'a long enough passphrase',
  };
  await page.goto('/register');
  await page.getByLabel('Name').fill('Lin Learner');
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: /register|create/i }).click();
  await expect(page.getByText('Now look into your mail')).toBeVisible();
  const mail = await newestMail(admin, who.email);
  const link = /https?:\/\/\S+\/confirm\?\S+/.exec(mail)?.[0];
  expect(link).toBeTruthy();
  await page.goto(link ?? '');
  await page.getByRole('button', { name: /confirm/i }).click();
  await expect(page.getByText(/confirmed/i).first()).toBeVisible();
  return who;
}

/** Somebody new, confirmed and signed in on this page; enrolled in the course unless told otherwise. */
export async function asNewLearner(page: Page, options: { enrolled?: boolean } = {}): Promise<Who> {
  const who = await newPerson();
  await signIn(page, who);
  if (options.enrolled ?? true) await enroll(page);
  return who;
}

/** Enrolls on the course page, as a person does. */
export async function enroll(page: Page, slug = course): Promise<void> {
  await page.goto(`/courses/${slug}`);
  await page.getByRole('button', { name: /enroll/i }).click();
  await page.waitForURL(`/learn/${slug}`);
}

/** A person in a browser of their own. */
export async function inOwnContext(context: Pick<BrowserContext, 'browser'>, options = {}): Promise<Page> {
  const browser = context.browser();
  if (!browser) throw new Error('no browser');
  const { baseURL } = test.info().project.use;
  const own = await browser.newContext({ baseURL, ...options });
  return own.newPage();
}

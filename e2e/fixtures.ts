import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';

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

export { expect };

/** Signs in through the form. */
export async function signIn(page: Page, who: { email: string; password: string }): Promise<void> {
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

/** Registers somebody new and confirms the address with the link in the mail. @returns their sign-in. */
export async function registerAndConfirm(
  page: Page,
  admin: Page,
): Promise<{ email: string; password: string }> {
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
export async function asNewLearner(
  page: Page,
  context: BrowserContext,
  options: { enrolled?: boolean } = {},
): Promise<{ email: string; password: string }> {
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const who = await registerAndConfirm(page, admin);
  await admin.context().close();
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

/** Nothing that axe knows of is wrong with the page, in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour on its way from one theme to the other has a contrast of its own.
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      // In the page itself: no page of ours has a frame from elsewhere, for which axe would open another one.
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze();
    const said = violations.map(
      (v) =>
        `${colorScheme} ${v.id}: ${v.nodes.map((n) => `${n.target.join(' ')} ${n.any[0]?.message ?? ''}`).join('; ')}`,
    );
    expect(said).toEqual([]);
  }
}

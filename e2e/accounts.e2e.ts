import { asNewLearner, demo, expect, inOwnContext, newestMail, signIn, signInByForm, test } from './fixtures';

test('a forgotten password is set anew by mail, and every other device is signed out', async ({
  page,
  context,
}) => {
  const who = await asNewLearner(page, { enrolled: false });
  const elsewhere = await inOwnContext(context);
  await elsewhere.goto('/forgot-password');
  await elsewhere.getByLabel('E-mail').fill(who.email);
  await elsewhere.locator('main form button').click();
  await expect(elsewhere.getByText(/mail/i).first()).toBeVisible();

  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const link = /https?:\/\/\S+\/reset-password\?[\w=&-]+/.exec(
    await newestMail(admin, who.email, /new password/i),
  )?.[0];
  expect(link).toBeTruthy();
  await elsewhere.goto(link ?? '');
  await elsewhere.getByLabel('New password').fill('short');
  await elsewhere.getByRole('button', { name: 'Set the password' }).click();
  await expect(elsewhere.getByRole('alert').getByText('Use at least 12 characters.')).toBeVisible();
  await elsewhere.getByLabel('New password').fill('quite another passphrase');
  await elsewhere.getByRole('button', { name: 'Set the password' }).click();
  await expect(elsewhere).toHaveURL(/\/sign-in/);

  await page.goto('/learn');
  await expect(page).toHaveURL(/\/sign-in/);
  await signInByForm(page, { ...who, password: 'quite another passphrase' });

  await elsewhere.goto(link ?? '');
  await expect(elsewhere.getByText(/This link has expired or was used already/)).toBeVisible();
  await admin.context().close();
  await elsewhere.context().close();
});

test('a device can be signed out from another, and signing out ends the session itself', async ({
  page,
  context,
}) => {
  const who = await asNewLearner(page, { enrolled: false });
  const other = await inOwnContext(context);
  await signIn(other, who);

  await page.goto('/account');
  await page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await expect(page.getByText(/^Last seen/)).toHaveCount(1);
  await other.goto('/learn');
  await expect(other).toHaveURL(/\/sign-in/);

  const cookies = await page.context().cookies();
  await page.getByRole('button', { name: 'Sign out on this device' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.context().addCookies(cookies);
  await page.goto('/learn');
  await expect(page).toHaveURL(/\/sign-in/);
  await other.context().close();
});

test('registering a known address says the same as registering a new one', async ({ page }) => {
  const said: string[] = [];
  for (const email of [demo.student.email, `nobody-${crypto.randomUUID()}@example.org`]) {
    await page.goto('/register');
    await page.getByLabel('Name').fill('Somebody');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password').fill('a long enough passphrase');
    await page.getByRole('button', { name: 'Create the account' }).click();
    await expect(page.getByText('Now look into your mail')).toBeVisible();
    said.push((await page.locator('main').textContent()) ?? '');
  }
  expect(said[0]).toBe(said[1]);
});

test('what was typed stays when something is wrong, and the mistake stands at its field', async ({
  page,
}) => {
  await page.goto('/register');
  await page.getByLabel('Name').fill('Lin Learner');
  await page.getByLabel('E-mail').fill('not an address');
  await page.getByLabel('Password').fill('passwordpassword');
  await page.getByRole('button', { name: 'Create the account' }).click();
  await expect(page.locator('main').getByRole('alert')).toBeFocused();
  await expect(page.getByLabel('Name')).toHaveValue('Lin Learner');
  await expect(page.getByLabel('E-mail')).toHaveValue('not an address');
  await expect(page.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByLabel('Password')).toHaveValue('');
});

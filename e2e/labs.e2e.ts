import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { userByEmail } from '@/db/queries/users';
import { courseStaff, courses } from '@/db/schema';
import type { Field } from '@/kinds/labs/fields';
import { labs } from '@/kinds/labs/registry';
import { solutions } from '@/kinds/labs/solutions';
import type { Values } from '@/kinds/labs/verdict';
import { labSeed } from '@/server/labs';
import { makeLabCourse } from '@/test/labs';
import { address } from './address';
import {
  enroll,
  expect,
  expectAccessible,
  course as flagship,
  inOwnContext,
  newPerson,
  signIn,
  test,
} from './fixtures';
import { siteDatabase } from './people';

// Every lab, solved by keyboard alone in the page and verified by the server; whoever copies it is refused.

const block = 'task';
let slug = '';
test.beforeAll(async () => {
  ({ slug } = await makeLabCourse(siteDatabase()));
});

/** The seed of somebody's first task. */
async function seedOf(email: string, lab: { name: string; version: number }): Promise<Uint8Array> {
  const user = await userByEmail(siteDatabase(), email);
  return labSeed({ learnerId: user?.id ?? '', lab: lab.name, version: lab.version, attempt: 1 });
}

/** Makes somebody a grader of a course. */
async function makeGrader(course: string, email: string) {
  const db = siteDatabase();
  const [found] = await db.select({ id: courses.id }).from(courses).where(eq(courses.slug, course));
  const user = await userByEmail(db, email);
  if (!found || !user) throw new Error('no course or nobody');
  await db.insert(courseStaff).values({ courseId: found.id, userId: user.id, role: 'grader' });
}

/** Goes on by Tab to what is next on the page and has this id. */
async function tabTo(page: Page, is: string) {
  for (let press = 0; press < 400; press += 1) {
    if (await page.evaluate((id) => document.activeElement?.id === id, is)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no Tab leads to ${is}`);
}

/** Puts a value into the field that has the focus. */
async function give(page: Page, field: Field, value: string) {
  if (field.kind === 'choice') {
    const at = field.options.findIndex((option) => option.value === value);
    await page.keyboard.press('Home');
    for (let step = 0; step <= at; step += 1) await page.keyboard.press('ArrowDown');
  } else if (field.kind === 'tick') {
    if (value === 'yes') await page.keyboard.press('Space');
  } else {
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.insertText(value);
  }
}

async function handIn(page: Page, fields: readonly Field[], values: Values) {
  for (const field of fields) {
    if ((values[field.name] ?? '') === '') continue;
    await tabTo(page, `${block}-${field.name}`);
    await give(page, field, values[field.name] ?? '');
  }
  const button = page.getByRole('button', { name: 'Hand it in' });
  while (!(await button.evaluate((element) => element === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
}

for (const lab of labs.values())
  test(`${lab.name}: solved by keyboard, and refused for whoever copies it`, async ({ page, context }) => {
    test.slow();
    const solution = solutions[`${lab.name} ${lab.version}`];
    if (!solution) throw new Error(`${lab.name} has no solution`);
    const who = await newPerson();
    await signIn(page, who);
    await enroll(page, slug);
    const seed = await seedOf(who.email, lab);
    const { fields } = lab.taskFor(seed);
    const values = solution.solve(seed);
    await page.goto(`/learn/${slug}/lab-${lab.name}`);
    await expect(page.getByRole('button', { name: 'Check in this page' })).toBeVisible();
    await expectAccessible(page);
    await handIn(page, fields, values);
    await expect(page.getByText('✓ Passed. The server has verified it and recorded it.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What it does not prove' })).toBeVisible();
    await expectAccessible(page);
    // What was passed is there again, and the ledger has it.
    await page.reload({ waitUntil: 'networkidle' });
    await expect(page.getByText('✓ Passed.')).toBeVisible();
    for (const { name, kind } of fields)
      if (kind !== 'tick') await expect(page.locator(`[name="v.${name}"]`)).toHaveValue(values[name] ?? '');
    await page.goto(`/learn/${slug}/record`);
    await expect(page.getByText(`Lab: ${lab.title}`).first()).toBeVisible();

    const other = await inOwnContext(context);
    await signIn(other, await newPerson());
    await enroll(other, slug);
    const answer = await other.request.post(`/api/learn/${slug}/lab-${lab.name}/lab`, {
      headers: { origin: address, accept: 'application/json' },
      data: { block, attempt: 1, key: crypto.randomUUID(), values },
    });
    expect([200, 422]).toContain(answer.status());
    const body = await answer.json();
    expect(body.verdict?.outcome ?? 'learner-error').toBe('learner-error');
    expect(body.verdict?.code ?? body.fields.code).toMatch(/^E_/);
  });

test('pbft, rulebook and city play a network of what stands in the lab, and somebody breaks it by keyboard', async ({
  page,
}) => {
  const who = await newPerson();
  await signIn(page, who);
  await enroll(page, slug);
  const open = async (lab: string) => {
    await page.goto(`/learn/${slug}/lab-${lab}`);
    await expect(page.getByRole('button', { name: 'Check in this page' })).toBeVisible();
    await page.getByText('Play it in a network').focus();
    await page.keyboard.press('Enter');
  };
  const network = page.locator('details', { hasText: 'Play it in a network' });
  const end = () => network.getByRole('button', { name: 'End' }).press('Enter');
  await open('pbft');
  await end();
  await expect(page.getByText(/^Step (\d+) of \1\..*✓ All 3 who work have committed/)).toBeVisible();
  const bank = page.getByLabel('What is wrong with Bank');
  const isLiar = (await bank.inputValue()) === 'lie';
  await page.getByLabel(`What is wrong with ${isLiar ? 'Buyer' : 'Bank'}`).selectOption('crash');
  await expect(page.getByText(/^Step 0 of/)).toBeVisible();
  await end();
  await expect(page.getByText(/✗ Nobody has committed/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'This network on a page of its own' }).click();
  await expect(page.getByText(/Nobody has committed/).first()).toBeVisible();

  await open('city');
  await end();
  await expect(page.getByText(/5 of 6 who work have committed/)).toBeVisible();

  await open('rulebook');
  const { fields } =
    labs.get('rulebook')?.taskFor(await seedOf(who.email, { name: 'rulebook', version: 1 })) ?? {};
  expect(fields?.length).toBeGreaterThan(60);
  // Nobody has a right and there is no policy yet: nothing is ordered.
  await expect(page.getByText(/^Step 0 of 0/)).toBeVisible();
});

test('receivable: an example contract is called in the page, by keyboard, on a machine that is loaded when asked for', async ({
  page,
}) => {
  await signIn(page, await newPerson());
  await enroll(page, slug);
  await page.goto(`/learn/${slug}/lab-receivable`);
  await page.getByText('An example contract, to call in this page').focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Start the machine' }).press('Enter');
  const bench = page.getByRole('region', { name: 'Call the contract' });
  await bench.getByRole('textbox', { name: 'Amount' }).press('Enter');
  const calls = page.getByRole('list').filter({ hasText: 'Ben calls putIn() and sends 300' });
  await expect(calls.getByText('✓ it went through')).toBeVisible();
  await expect(page.getByRole('row', { name: 'What Ben has 700' })).toBeVisible();
  await bench.getByLabel('Which function').selectOption('takeOut');
  await bench.getByRole('button', { name: 'Call' }).press('Enter');
  await expect(
    calls.getByText('✗ it was refused: “only the keeper takes out”; nothing was changed'),
  ).toBeVisible();
  await bench.getByRole('textbox', { name: 'Amount' }).fill('a little');
  await expect(bench.getByText('Give a whole number from 0 to 10,000.')).toBeVisible();
  await expectAccessible(page);
});

test('no lab but those with an editor loads more than 35 kB of scripts over a lesson without one', async ({
  page,
}) => {
  await signIn(page, await newPerson());
  await enroll(page, slug);
  const loaded = new Set<string>();
  page.on('request', (request) => {
    const path = /\/_next\/(static\/[^?]+\.js)/.exec(request.url())?.[1];
    if (path) loaded.add(path);
  });
  const kilobytesOf = (paths: string[]) =>
    paths.reduce((sum, path) => sum + gzipSync(readFileSync(join('.next', path))).length, 0) / 1_000;
  await enroll(page, flagship);
  await page.goto(`/learn/${flagship}/integrity-is-not-truth`, { waitUntil: 'networkidle' });
  const plain = new Set(loaded);
  for (const lab of [...labs.values()].filter(({ plan }) => plan === null)) {
    loaded.clear();
    await page.goto(`/learn/${slug}/lab-${lab.name}`);
    await expect(page.getByRole('button', { name: 'Check in this page' })).toBeVisible();
    await page.waitForLoadState('networkidle');
    const over = kilobytesOf([...loaded].filter((path) => !plain.has(path)));
    expect(over, lab.name).toBeGreaterThan(5);
    expect(over, lab.name).toBeLessThanOrEqual(35);
  }
});

test('mine: the page finds both numbers by itself, in a worker', async ({ page }) => {
  await signIn(page, await newPerson());
  await enroll(page, slug);
  await page.goto(`/learn/${slug}/lab-mine`);
  for (const nth of [0, 1]) {
    const block = page.getByRole('region', { name: /^Search the nonce of block/ }).nth(nth);
    await block.getByRole('button', { name: 'Search' }).click();
    await expect(block.getByRole('button', { name: 'Search again' })).toBeVisible({ timeout: 60_000 });
  }
  await expect(page.getByText('Saved ')).toBeVisible();
});

test('without a script a lab is saved, refused at its field, and passed', async ({ page, context }) => {
  const who = await newPerson();
  await signIn(page, who);
  await enroll(page, slug);
  const lab = labs.get('fingerprint');
  const solution = solutions['fingerprint 1'];
  if (!lab || !solution) throw new Error('no such lab');
  const values = solution.solve(await seedOf(who.email, lab));
  const plain = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(plain, who);
  await plain.goto(`/learn/${slug}/lab-fingerprint`);
  const field = (name: string) => plain.locator(`[name="v.${name}"]`);
  await expect(plain.getByText('Published fingerprint', { exact: true })).toBeVisible();
  await field('changed').fill(values.changed ?? '');
  await field('digest').fill('xyz');
  await field('bits').fill(values.bits ?? '');
  await field('altered').selectOption(values.altered ?? '');
  await plain.getByRole('button', { name: 'Hand it in' }).click();
  await expect(plain.getByText('It has to be 64 hexadecimal digits')).toBeVisible();
  await expect(field('changed')).toHaveValue(values.changed ?? '');
  await expect(field('bits')).toHaveValue(values.bits ?? '');
  await field('digest').fill(values.digest ?? '');
  await plain.getByRole('button', { name: 'Hand it in' }).click();
  await expect(plain.getByText('✓ Passed.')).toBeVisible();
});

test('for instructors: what goes wrong, each step of a learner, and a new task', async ({
  page,
  context,
}) => {
  const [learner, teacher] = [await newPerson(), await newPerson('instructor', 'Tea Teacher')];
  await signIn(page, learner);
  await enroll(page, slug);
  const door = `/api/learn/${slug}/lab-fingerprint/lab`;
  const lab = labs.get('fingerprint');
  const solution = solutions['fingerprint 1'];
  if (!lab || !solution) throw new Error('no such lab');
  const values: Values = { ...solution.solve(await seedOf(learner.email, lab)), bits: '1' };
  const sent = await page.request.post(door, {
    headers: { origin: address, accept: 'application/json' },
    data: { block, attempt: 1, key: crypto.randomUUID(), values },
  });
  expect((await sent.json()).verdict.code).toBe('E_BITS');

  const staff = await inOwnContext(context);
  await signIn(staff, teacher);
  const rooms = [`/teach/${slug}/labs`, `/teach/${slug}/labs/lab-fingerprint/${block}`];
  for (const room of rooms) expect((await staff.goto(room))?.status()).toBe(404);
  await makeGrader(slug, teacher.email);
  await staff.goto(`/teach/${slug}/outline`);
  await staff.getByRole('link', { name: 'Labs', exact: true }).click();
  await expect(staff.getByRole('heading', { level: 1, name: 'Labs' })).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole('link', { name: 'Fingerprint the article' }).click();
  await expect(staff.getByRole('heading', { name: 'What goes wrong' })).toBeVisible();
  await expect(staff.getByText('E_BITS')).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole('row').filter({ hasText: 'Count the bits' }).getByRole('link').last().click();
  await expect(staff.getByRole('heading', { name: 'Submission 1 of 1' })).toBeVisible();
  await expect(staff.getByText(values.changed?.split('\n')[0] ?? '').first()).toBeVisible();
  await expectAccessible(staff);
  await staff.getByRole('link', { name: 'What stands in the form' }).click();
  await expect(staff.getByRole('heading', { name: 'In the form, not handed in' })).toBeVisible();
  const attempt = staff.url();
  await staff.getByRole('button', { name: 'Give them a new task' }).click();
  await expect(staff.getByRole('heading', { name: 'What goes wrong' })).toBeVisible();

  await page.goto(`/learn/${slug}/lab-fingerprint`);
  await expect(page.getByText('Lab · task 2')).toBeVisible();
  expect((await page.goto(attempt))?.status()).toBe(404);
});

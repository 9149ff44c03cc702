import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { samples } from '@/kinds/questions/samples';
import { courseFiles } from '@/test/course-folder';
import {
  demo,
  enroll,
  expect,
  expectAccessible,
  inOwnContext,
  newestMail,
  newPerson,
  signIn,
  test,
} from './fixtures';
import { importCourse, publishCourse } from './staff';

// Grades from the quiz to the learner: held back, set by hand, released, read line by line; lists and settings.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

type Who = { email: string; password: string };

const quiz = `---
id: the-quiz
title: The quiz of the module
summary: It asks one thing.
minutes: 5
objectives:
  - Explain it.
verified: "2026-01-01"
quiz:
  mode: graded
  pass: 60
  release: by-hand
---

Read the rules before you start.

${samples.single?.markdown.replace('{#q', '{#q-single objective="1"')}
`;
const course = `grades-${randomUUID().slice(0, 8)}`;
const book = `/teach/${course}/grades`;
const own = `/learn/${course}/grades`;
let learner: Who;
let other: Who;
let elsewhere: Who;
let enrollment = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const contexts = { browser: () => browser };
  const owner = await inOwnContext(contexts);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, { ...courseFiles, 'modules/1-first/2-quiz.md': quiz });
  await publishCourse(owner, course);
  learner = await newPerson();
  other = await newPerson();
  elsewhere = await newPerson('instructor');
  await owner.context().close();
});

const body = async (page: Page) => (await page.request.get(page.url())).text();

test('a learner hands in a quiz whose results are released by hand, and is told that it waits, and nothing else', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, learner);
  await enroll(page, course);
  await page.getByRole('link', { name: 'Your grades' }).click();
  await page.waitForURL(own);
  await expect(page.getByText('Not graded yet.')).toBeVisible();
  await page.goto(`/learn/${course}/the-quiz`);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(/attempts\/1/);
  await page.locator('[id="q-single-a"]').check();
  await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByText(/releases it/)).toBeVisible();
  await page.goto(own);
  await expect(page.getByText('Graded, and waits for its release.')).toBeVisible();
  await expectAccessible(page);
});

test('an instructor sets the grade with a reason, and releases it', async ({ page, context }) => {
  await signIn(page, demo.instructor);
  await page.goto(book);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Lin Learner' }).click();
  await page.waitForURL(/\/people\/.+/);
  enrollment = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await expect(page.getByText('Not the learner: it waits for its release')).toBeVisible();
  await page.getByRole('link', { name: /^Set it by hand/ }).click();
  await expect(page.getByLabel('Grade in percent')).toBeVisible();
  const late = await context.newPage();
  await late.goto(page.url());
  await page.getByLabel('Grade in percent').fill('87.5');
  await page.getByRole('button', { name: 'Set this grade' }).click();
  await expect(page.getByText('Say why: the learner will read it.').first()).toBeVisible();
  await expect(page.getByLabel('Grade in percent')).toHaveValue('87.5');
  await page.getByLabel('Reason').fill('The fire drill took half of the time.');
  await page.getByRole('button', { name: 'Set this grade' }).click();
  await expect(page.getByText(/The grade in .* is kept/)).toBeVisible();
  await expectAccessible(page);

  // Somebody who looked at it before is told.
  await late.getByLabel('Grade in percent').fill('10');
  await late.getByLabel('Reason').fill('Another one.');
  await late.getByRole('button', { name: 'Set this grade' }).click();
  await expect(late.getByText('Somebody else changed this meanwhile.')).toBeVisible();
  await expect(late.getByLabel('Grade in percent')).toHaveValue('10');
  await late.close();

  const theirs = await inOwnContext(context);
  await signIn(theirs, learner);
  await theirs.goto(own);
  for (const secret of ['87.5', 'fire drill']) expect(await body(theirs)).not.toContain(secret);
  await theirs.context().close();

  await page.goto(`${book}/items/the-quiz`);
  await expect(page.getByText('1 grade waits for a release.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Release …' }).click();
  await page.getByRole('button', { name: 'Release 1 grade' }).click();
  await expect(page.getByText('Released: 1. Told by mail: 1.')).toBeVisible();
});

test('the learner is told by mail without the grade, and reads how it came about', async ({
  page,
  context,
}) => {
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const mail = await newestMail(admin, learner.email, /Your grade/);
  expect(mail).toContain(own);
  expect(mail).not.toContain('87.5');
  await admin.context().close();
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, learner);
  await page.goto(own);
  await expect(page.getByRole('heading', { name: '87.5 % so far, passed' })).toBeVisible();
  await expect(page.getByText('The fire drill took half of the time.')).toBeVisible();
  await expect(page.getByText('Attempt 1 of 1')).toBeVisible();
  await page.getByText('How the total comes about').click();
  await expect(page.getByText('87.5 of 100 points = 87.5 %')).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('settings show whose total they change before they are saved', async ({ page }) => {
  await signIn(page, demo.instructor);
  await page.goto(`${book}/settings`);
  await page.getByLabel('New column').first().fill('A talk');
  await page.getByLabel('The course is passed from so many percent on').fill('90');
  await page.getByRole('button', { name: 'See what this changes' }).click();
  await expect(page.getByText('1 learner would not pass any more')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save these settings' }).click();
  await expect(page.getByText('Saved, and the totals of everybody with grades (1)')).toBeVisible();
  await expect(page.getByLabel('Column', { exact: true })).toHaveValue('A talk');
});

test('a list of grades is shown row by row, set, and taken back', async ({ page }) => {
  await signIn(page, demo.instructor);
  await page.goto(`${book}/lists`);
  await page
    .getByLabel('Or the list itself')
    .fill(`E-mail,A talk\n${learner.email},92.25\nnobody@example.org,50\n`);
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(page.getByText('A talk: none → 92.25')).toBeVisible();
  await expect(page.getByText('E-mail: Nobody who learns in this course has this.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set 1 grade' }).click();
  await page.waitForURL(/\/lists\/.+/);
  await expect(page.getByText('as the list set it', { exact: true })).toBeVisible();
  await page.getByText('Take this list back').click();
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText(/^Taken back: 1\./)).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${book}/people/${enrollment}`);
  await expect(page.getByText('No grade', { exact: true })).toBeVisible();
});

test('the export asks for the password again, and is what is shown', async ({ page }) => {
  await signIn(page, demo.instructor);
  await page.goto(book);
  const asked = await page.request.get(`/api${book}`, { maxRedirects: 0 });
  expect(asked.status()).toBe(303);
  expect(asked.headers().location).toContain('/account/prove');
  await page.goto(asked.headers().location ?? '');
  await page.getByLabel(/password/i).fill(demo.instructor.password);
  await page.getByRole('button', { name: /go on|continue|prove|confirm/i }).click();
  await page.waitForURL(book);
  const file = await (await page.request.get(`/api${book}`)).text();
  expect(file).toContain('The quiz of the module [the-quiz]');
  expect(file).toMatch(new RegExp(`${enrollment},,${learner.email},Lin Learner,,87.5,,87.5,no`));
});

test('to another instructor and another learner there is nothing', async ({ page, context }) => {
  const pages = [
    book,
    `${book}/items/the-quiz`,
    `${book}/people/${enrollment}`,
    `${book}/settings`,
    `${book}/lists`,
    `${book}/lists/${randomUUID()}`,
    own,
    `/api${book}`,
  ];
  for (const who of [other, elsewhere]) {
    const theirs = await inOwnContext(context);
    await signIn(theirs, who);
    for (const path of pages) expect((await theirs.request.get(path)).status(), path).toBe(404);
    await theirs.context().close();
  }
  // The learner of these grades sees their own page, and no room of who grades.
  await signIn(page, learner);
  for (const path of pages.filter((one) => one !== own))
    expect((await page.request.get(path)).status(), path).toBe(404);
});

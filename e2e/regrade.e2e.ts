import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { choice } from '@/kinds/questions/samples';
import { courseFiles } from '@/test/course-folder';
import {
  demo,
  enroll,
  expect,
  expectAccessible,
  inOwnContext,
  registerAndConfirm,
  signIn,
  test,
} from './fixtures';
import { importCourse, newInstructor, publishCourse } from './staff';

// A quiz whose key is wrong: seen, put right, explained and taken back.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

type Who = { email: string; password: string };

const course = `regrade-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/the-quiz`;
const room = `/teach/${course}/quizzes`;
const question = `${room}/the-quiz/questions/q-single`;
const quizText = `---
id: the-quiz
title: The quiz of the module
summary: It asks two things.
minutes: 10
objectives:
  - Explain it.
verified: "2026-01-01"
quiz:
  mode: graded
  attempts: 1
  pass: 80
---

Read the rules before you start.

${choice('single', 'b').replace('{#q', '{#q-single objective="1"')}

${choice('multiple', 'bd').replace('{#q', '{#q-multiple objective="1"')}
`;

let owner: Who;
let grader: Who;
let stranger: Who;
let learner: Who;
let other: Who;

/** Takes the quiz: option c to the first question, which the key calls wrong, and the second right. */
async function takeQuiz(page: Page, who: Who): Promise<void> {
  await signIn(page, who);
  await enroll(page, course);
  await page.goto(home);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(`${home}/attempts/1`);
  await page.locator('[id="q-single"]').getByLabel('Option c').check();
  await page.locator('[id="q-multiple"]').getByLabel('Option b').check();
  await page.locator('[id="q-multiple"]').getByLabel('Option d').check();
  await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByRole('heading', { name: '50 %, not passed' })).toBeVisible();
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const own = { browser: () => browser };
  const [admin, page] = [await inOwnContext(own), await inOwnContext(own)];
  await signIn(admin, demo.admin);
  owner = await newInstructor(page, admin);
  grader = await newInstructor(page, admin);
  stranger = await newInstructor(page, admin);
  learner = await registerAndConfirm(page, admin);
  other = await registerAndConfirm(page, admin);
  await signIn(page, owner);
  await importCourse(page, course, { ...courseFiles, 'modules/1-first/2-quiz.md': quizText });
  await publishCourse(page, course);
  await page.goto(`/teach/${course}/settings`);
  await page.getByRole('combobox', { name: 'As' }).selectOption('grader');
  await page.getByLabel('E-mail address').fill(grader.email);
  await page.getByRole('button', { name: 'Add to the course' }).click();
  await expect(page.getByText('Added. They are told')).toBeVisible();
  for (const who of [learner, other]) {
    const taking = await inOwnContext(own);
    await takeQuiz(taking, who);
    await taking.context().close();
  }
  for (const one of [admin, page]) await one.context().close();
});

test('an instructor sees the attempts, the suspicious question, what a correction would do, and does it', async ({
  page,
  complaints,
}) => {
  await signIn(page, owner);
  await page.goto(`/teach/${course}/outline`);
  await page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name: 'Quizzes' }).click();
  await expect(page.getByRole('heading', { name: 'Quizzes' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'The quiz of the module' }).click();
  await expect(page.getByText('2 attempts')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Passed').selectOption('yes');
  await page.getByRole('button', { name: 'Show' }).click();
  await expect(page.getByText('No attempt matches')).toBeVisible();
  await page.getByRole('link', { name: 'Show all attempts' }).click();
  await page
    .getByRole('rowheader')
    .getByRole('link', { name: /Lin Learner/ })
    .first()
    .click();
  await expect(page.getByText('1 of 2 points, 50 %').first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${room}/the-quiz`);
  await page.getByRole('navigation', { name: 'Quiz' }).getByRole('link', { name: 'Questions' }).click();
  await expect(page.getByText(/2 answered “Option c”, which counts as wrong, and nobody/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Which?' }).first().click();
  await page.waitForURL(/\/questions\/q-single\?edition=1$/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(page.getByText('Tick the answers that are right as well, at least one.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the question' }).click();
  await page.getByLabel('Count “Option c” as right as well').check();
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(page.getByText('“Option c” counts as right as well. Nothing is done yet.')).toBeVisible();
  await expect(page.getByText('A regrade never takes a completion away.')).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '100 %' })).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Put it right for all of them' }).click();
  await expect(page.getByText('Say why: learners read it beside the question.').first()).toBeVisible();
  await page.getByLabel('Why').fill('Option c is right as well: the article says both.');
  await page.getByRole('button', { name: 'Put it right for all of them' }).click();
  await expect(page.getByText('The question is put right')).toBeVisible();
  await expect(page.getByText('Why: Option c is right as well: the article says both.')).toBeVisible();
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('the learner sees the new result and why, and has completed the quiz', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, learner);
  await page.goto(`${home}/attempts/1`);
  await expect(page.getByRole('heading', { name: '100 %, passed' })).toBeVisible();
  await expect(page.getByText('Before that it was 1 of 2 points.')).toBeVisible();
  await expect(page.getByText('Put right after attempts were handed in.').first()).toBeVisible();
  await expect(page.getByText('Why: Option c is right as well: the article says both.')).toBeVisible();
  await expectAccessible(page);
  // A job writes it into the ledger.
  await expect(async () => {
    await page.goto(home);
    await expect(page.getByRole('heading', { name: 'Quiz complete' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('a grader takes it back without JavaScript, and results are what they were', async ({ context }) => {
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(page, grader);
  await page.goto(question);
  await page.getByRole('link', { name: 'Take it back' }).click();
  await expect(page.getByText('a regrade takes no completion away')).toBeVisible();
  await page.getByRole('button', { name: 'Take it back for all of them' }).click();
  await expect(page.getByText('The correction is taken back')).toBeVisible();
  await expect(page.getByText(/^Taken back by/)).toBeVisible();
  await page.context().close();
  const seen = await inOwnContext(context);
  await signIn(seen, other);
  await seen.goto(`${home}/attempts/1`);
  await expect(seen.getByRole('heading', { name: '50 %, not passed' })).toBeVisible();
  await expect(seen.getByText('Put right after')).toHaveCount(0);
  await seen.context().close();
});

test('another instructor and a learner find nothing of it; a grader finds all', async ({ context }) => {
  const [may, not, own] = [
    await inOwnContext(context),
    await inOwnContext(context),
    await inOwnContext(context),
  ];
  await signIn(may, grader);
  await signIn(not, stranger);
  await signIn(own, learner);
  await may.goto(`${room}/the-quiz`);
  const attempt = await may
    .getByRole('rowheader')
    .getByRole('link', { name: /Lin Learner/ })
    .first()
    .getAttribute('href');
  const correction = `${question}/take-back/${randomUUID()}`;
  const found = [
    room,
    `${room}/the-quiz`,
    attempt ?? '',
    `${room}/the-quiz/questions`,
    question,
    `${question}/correct?edition=1&do=leave-out`,
  ];
  for (const path of found) {
    expect((await may.request.get(path)).status(), path).toBe(200);
    for (const page of [not, own]) expect((await page.request.get(path)).status(), path).toBe(404);
  }
  for (const page of [may, not, own]) expect((await page.request.get(correction)).status()).toBe(404);
  for (const path of [
    `${room}/one`,
    `${question}?edition=7`,
    `${room}/the-quiz/questions/none`,
    `${question}/correct`,
  ])
    expect((await may.request.get(path)).status(), path).toBe(404);
  for (const page of [may, not, own]) await page.context().close();
});

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { compileCourse } from '@/features/authoring/compile/course';
import type { AnswerKeys, CompiledBlock } from '@/rules/editions/edition';
import { pictureOf } from '@/test/assets';
import { courseOf } from '@/test/course-folder';
import { fill, fillPlainly } from './answers';
import { editorText, stateLine, writeLesson } from './editor';
import {
  demo,
  enroll,
  expect,
  expectAccessible,
  inOwnContext,
  newestMail,
  registerAndConfirm,
  signInByForm as signIn,
  test,
} from './fixtures';
import { newInstructor, publishCourse } from './staff';
import { insertQuestion, questionForms, truth } from './whole-quiz';

// One quiz of every kind of question, from the first form that is filled in to the learner who reads why.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

type Who = { email: string; password: string };
type Asked = CompiledBlock & { question: NonNullable<CompiledBlock['question']> };

const course = `whole-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/exam`;
const grades = `/learn/${course}/grades`;
const room = `/teach/${course}/quizzes`;
const phone = { width: 390, height: 844 };
const words = 'The bytes are the same, and nobody is honest by that.';
const head = `---
id: exam
title: The exam
summary: It asks everything.
objectives:
  - Explain it.
verified: "2026-01-01"
---

Read the rules before you start.
`;

let asked: Asked[] = [];
let keys: AnswerKeys = {};
let learner: Who;
let other: Who;
let grader: Who;
/** The addresses of an answer that waits for a grader, and of the question with the wrong key. */
let mark = '';
let question = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const own = { browser: () => browser };
  const [admin, somebody] = [await inOwnContext(own), await inOwnContext(own)];
  await signIn(admin, demo.admin);
  learner = await registerAndConfirm(somebody, admin);
  other = await registerAndConfirm(somebody, admin);
  grader = await newInstructor(somebody, admin);
  for (const page of [admin, somebody]) await page.context().close();
});

const first = () => asked[0]?.id ?? '';
const written = () => asked.find(({ question: { kind } }) => kind === 'written')?.id ?? '';
const body = async (page: Page) => (await page.request.get(page.url())).text();

/** The answer that the key calls right; to the first question the one that is, and to the written one some words. */
function answerTo({ id, question: { kind, options } }: Asked): string[] {
  if (kind === 'written') return [words];
  if (id !== first()) return keys[id]?.correct ?? [];
  return options.filter(({ html }) => html.includes(truth)).map((option) => option.id);
}

async function answer(page: Page, block: Asked): Promise<void> {
  const key = keys[block.id];
  if (!key) throw new Error(`no key of ${block.id}`);
  await fill(
    page,
    block.id,
    key,
    answerTo(block),
    block.question.options.map(({ id }) => id),
  );
}

test('an instructor builds a quiz of every kind by forms, with a wrong key in it, looks at it and publishes it', async ({
  page,
  complaints,
}) => {
  await signIn(page, demo.instructor);
  await page.goto('/teach/new');
  await page.getByLabel('Title').fill('The whole');
  await page.getByLabel('Address').fill(course);
  await page.getByLabel('Summary').fill('Everything is asked.');
  await page.getByLabel('Level').fill('Any');
  await page.getByLabel('For whom').fill('Anyone');
  await page.getByLabel('What learners will be able to do').fill('Explain it');
  await page.getByRole('button', { name: 'Create the course' }).click();
  await page.waitForURL(`/teach/${course}/outline`);
  await page.locator('a[href*="/outline/modules/"]').first().click();
  await page.getByLabel('Summary').fill('One quiz.');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('The details are saved.')).toBeVisible();
  await page.goto(`/teach/${course}/assets`);
  await expect(page.getByText('Drop files here, or choose them')).toBeVisible();
  const stored = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.ok());
  await page.locator('#asset-file').setInputFiles({
    name: 'block.png',
    mimeType: 'image/png',
    buffer: await pictureOf('png', { width: 600, height: 450 }),
  });
  await stored;

  await page.goto(`/teach/${course}/outline`);
  await page.locator('a.toc-title').first().click();
  await writeLesson(page, head);
  for (const insert of questionForms) await insertQuestion(page, insert);
  await expect(stateLine(page)).toHaveText(/Saved \d/);
  const editor = page.url();
  await page.goto(`${editor}/details`);
  await page.getByLabel('Is this lesson a quiz?').selectOption('graded');
  await page.getByLabel('Attempts', { exact: true }).fill('none');
  await page.getByLabel('Minutes for an attempt').fill('45');
  await page.getByLabel('Pass mark in percent').fill('93');
  await page.getByLabel('How sure learners are').selectOption('yes');
  await page.getByLabel('Names of who wrote an answer').selectOption('yes');
  await page.getByLabel('When learners see the result').selectOption('by-hand');
  await page.getByLabel(/^The promise: written answers are marked/).fill('7');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('Write a number.').first()).toBeVisible();
  await expect(page.getByLabel('Attempts', { exact: true })).toHaveValue('none');
  await page.getByLabel('Attempts', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('The details are saved.')).toBeVisible();

  await page.goto(editor);
  await expect(editorText(page)).toBeVisible();
  const text = await page.locator('#ed-text').inputValue();
  const picture = { hash: '0'.repeat(64), type: 'image/png' as const, bytes: 100, width: 600, height: 450 };
  const files = courseOf({ 'modules/1-first/2-exam.md': text });
  const { course: compiled } = await compileCourse({
    ...files,
    assets: new Map([['assets/block.png', picture]]),
  });
  const exam = compiled?.lessons.find(({ content }) => content.id === 'exam');
  asked = (exam?.content.blocks ?? []).filter((block): block is Asked => block.question !== null);
  keys = exam?.keys ?? {};
  expect(asked).toHaveLength(questionForms.length);

  await page.goto(`/teach/${course}/preview/draft/exam`);
  for (const { id } of asked) await expect(page.locator(`[id="${id}"]`)).toBeVisible();
  await page.locator(`[id="${first()}"]`).getByLabel(truth).check();
  await page
    .locator(`[id="${first()}"]`)
    .getByRole('button', { name: /^Check/ })
    .click();
  await expect(page.locator(`[id="${first()}"]`).getByText(/^✗ Not yet/)).toBeVisible();
  await publishCourse(page, course);
  await page.goto(`/teach/${course}/settings`);
  await page.getByRole('combobox', { name: 'As' }).selectOption('grader');
  await page.getByLabel('E-mail address').fill(grader.email);
  await page.getByRole('button', { name: 'Add to the course' }).click();
  await expect(page.getByText('Added. They are told')).toBeVisible();
  expect(complaints).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: phone, hasTouch: true });

  test('a learner answers with the line cut and the tab closed, loses nothing, and is told what waits', async ({
    page,
    context,
    browser,
    baseURL,
    complaints,
  }) => {
    await signIn(page, learner);
    await enroll(page, course);
    await page.goto(home);
    await expect(page.getByText('From 93 % on')).toBeVisible();
    await expect(page.getByText('45 min, from the moment you start')).toBeVisible();
    await expect(page.getByText('see no name while they mark what you write')).toBeVisible();
    await expect(page.getByText('shown once it is released, not at once')).toBeVisible();
    await expect(page.getByText('within 7 days: a grader marks what you write')).toBeVisible();
    for (const secret of [first(), 'CANARY', truth]) expect(await body(page)).not.toContain(secret);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Start the quiz' }).tap();
    await page.waitForURL(`${home}/attempts/1`);
    await expect(page.getByRole('timer')).toContainText(/4[45]:\d\d left/);
    for (const secret of ['CANARY', 'HINT-']) expect(await body(page)).not.toContain(secret);
    const single = page.locator(`[id="${first()}"]`);
    await single.getByRole('button', { name: 'Hint 1 of 2 · free' }).tap();
    await expect(single.getByText('HINT-one.')).toBeVisible();
    expect(await body(page)).not.toContain('HINT-two');
    await single.getByLabel('I am sure').check();
    const half = asked.slice(0, Math.ceil(asked.length / 2));
    const rest = asked.slice(half.length);
    for (const block of half) await answer(page, block);
    await expect(single.getByText(/^Saved \d\d:\d\d/)).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });

    await context.setOffline(true);
    await single.getByRole('button', { name: /^Hint 2 of 2 · costs 10 % of this question/ }).tap();
    await expect(single.getByText('You are offline, so no hint was taken.')).toBeVisible();
    for (const block of rest.slice(0, 2)) await answer(page, block);
    await expect(page.getByText(/You are offline. Your answers are kept on this device/)).toBeVisible({
      timeout: 20_000,
    });
    await page.getByRole('button', { name: 'Hand in the attempt' }).tap();
    await expect(page.getByText(/nothing was handed in/)).toBeVisible({ timeout: 20_000 });
    await page.close();
    await context.setOffline(false);

    const again = await context.newPage();
    await again.goto(home);
    await again.getByRole('link', { name: 'Go on with attempt 1' }).tap();
    const count = `${half.length + 2} of ${asked.length} answered`;
    await expect(again.getByText(count)).toBeVisible();
    await expect(again.getByText('All saved')).toBeVisible({ timeout: 20_000 });
    // The server has them now: another browser of the same person shows the same.
    const { cookies } = await context.storageState();
    const elsewhere = await browser.newContext({ baseURL, storageState: { cookies, origins: [] } });
    const there = await elsewhere.newPage();
    await there.goto(`${home}/attempts/1`);
    await expect(there.getByText(count)).toBeVisible();
    await elsewhere.close();

    const singleAgain = again.locator(`[id="${first()}"]`);
    await expect(singleAgain.getByText('HINT-one.')).toBeVisible();
    await expect(singleAgain.getByLabel('I am sure')).toBeChecked();
    await expect(singleAgain.getByLabel(truth)).toBeChecked();
    await singleAgain.getByRole('button', { name: /^Hint 2 of 2/ }).tap();
    await expect(singleAgain.getByText('HINT-two.')).toBeVisible();
    for (const block of rest.slice(2)) await answer(again, block);
    await expect(again.getByText('Every question has an answer.')).toBeVisible();
    await expect(again.getByText('All saved')).toBeVisible({ timeout: 20_000 });
    expect(await again.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await expectAccessible(again);
    await again.getByRole('button', { name: 'Hand in the attempt' }).tap();
    await expect(again.getByText(/One answer waits for a grader/)).toBeVisible();
    await expect(again.getByText(/It is the next to be graded, and marked by/)).toBeVisible();
    expect(await body(again)).not.toContain('CANARY');
    await expectAccessible(again);
    expect(complaints).toEqual([]);
  });
});

test('another learner finds nothing of it, and takes it by plain forms without JavaScript', async ({
  context,
}) => {
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(page, other);
  const { origin } = new URL(page.url());
  await enroll(page, course);
  for (const path of [`${home}/attempts/1`, room, `${room}/exam/marking`])
    expect((await page.request.get(path)).status(), path).toBe(404);
  const stolen = await page.request.post(`/api${home}/save`, {
    headers: { origin, accept: 'application/json' },
    data: { attempt: 1, block: written(), answer: ['Mine now.'], revision: 99 },
  });
  expect(stolen.status()).toBe(404);
  await page.goto(home);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await expect(page).toHaveURL(`${home}/attempts/1`);
  // A plain form takes what is chosen along to the hint.
  const single = page.locator(`[id="${first()}"]`);
  await single.getByRole('radio').nth(1).check();
  await single.getByRole('button', { name: 'Hint 1 of 2 · free' }).click();
  await expect(single.getByText('HINT-one.')).toBeVisible();
  await expect(single.getByRole('radio').nth(1)).toBeChecked();
  for (const block of asked) {
    const form = page.locator(`[id="${block.id}"] form`);
    const key = keys[block.id];
    if (!key) throw new Error(`no key of ${block.id}`);
    await fillPlainly(form, block.id, key, answerTo(block));
    await form.getByRole('button', { name: 'Save this answer' }).click();
    await expect(page.locator(`[id="${block.id}"]`).getByText(/^Saved \d\d:\d\d/)).toBeVisible();
  }
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByText(/One answer waits for a grader/)).toBeVisible();
  // A form that was left open says that it is too late, on the page of the attempt.
  const late = await page.request.post(`/api${home}/save`, {
    headers: { origin },
    form: { attempt: '1', block: first(), revision: '9', option: 'a' },
    maxRedirects: 0,
  });
  expect(late.status()).toBe(303);
  await page.goto(late.headers().location ?? '');
  await expect(page.getByRole('alert')).toHaveText(/This attempt is over\./);
  await page.context().close();
});

test('a grader marks what was written by the rubric, by keyboard and without a name', async ({ page }) => {
  await page.setViewportSize(phone);
  await signIn(page, grader);
  await page.goto(`${room}/exam/marking`);
  await expect(page.getByText('2 answers wait to be marked')).toBeVisible();
  await expect(page.getByText('Without a name')).toHaveCount(2);
  await expect(page.getByText(/^\d days left$/)).toHaveCount(2);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Mark the first' }).click();
  await expect(page.getByRole('heading', { name: 'The rubric' })).toBeVisible();
  mark = new URL(page.url()).pathname;
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByRole('main')).not.toContainText('Lin Learner');
  const claim = page.getByRole('group', { name: 'The claim' });
  const comment = page.getByLabel('What you say to the learner');
  await claim.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await comment.fill('Well said.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Choose a level of “The example”.' })).toBeVisible();
  await expect(claim.getByRole('radio').nth(2)).toBeChecked();
  await expect(comment).toHaveValue('Well said.');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await page.getByRole('group', { name: 'The example' }).getByRole('radio').first().focus();
  await page.keyboard.press('1');
  await page.keyboard.press('Control+Enter');
  // The next one comes by itself.
  await page.waitForURL((url) => url.pathname !== mark);
  await expect(comment).toHaveValue('');
  await claim.getByRole('radio').first().focus();
  for (const key of ['3', '1', 'Control+Enter']) await page.keyboard.press(key);
  await expect(page.getByText('Nothing waits to be marked')).toBeVisible();
  await page.goto(mark);
  await expect(page.getByText(/^Marked by /)).toBeVisible();
  await expectAccessible(page);
});

test('an instructor sees the suspicious question, mends its key, sees who changes by how much, and releases the grades', async ({
  page,
  context,
  complaints,
}) => {
  const theirs = await inOwnContext(context);
  await signIn(theirs, learner);
  await theirs.goto(`${home}/attempts/1`);
  await expect(theirs.getByText(/The result is shown here once your school releases it/)).toBeVisible();
  expect(await body(theirs)).not.toMatch(/CANARY|Well said|89\.7/);

  await signIn(page, demo.instructor);
  await page.goto(`/teach/${course}/outline`);
  await page.getByRole('navigation', { name: 'Studio' }).getByRole('link', { name: 'Quizzes' }).click();
  await expect(page.getByRole('heading', { name: 'Quizzes' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'The exam' }).click();
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
  await expect(page.getByText('11.66 of 13 points, 89.74 %').first()).toBeVisible();
  await expectAccessible(page);

  await page.goto(`${room}/exam`);
  await page.getByRole('navigation', { name: 'Quiz' }).getByRole('link', { name: 'Questions' }).click();
  await expect(page.getByText(`2 answered “${truth}”, which counts as wrong, and nobody`)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'What does a matching hash show?' }).first().click();
  await page.waitForURL(/\/questions\/[a-z-]+\?edition=1$/);
  question = new URL(page.url()).pathname;
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(page.getByText('Tick the answers that are right as well, at least one.')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the question' }).click();
  await page.getByLabel(`Count “${truth}” as right as well`).check();
  await page.getByRole('button', { name: 'Show what it would do' }).click();
  await expect(page.getByText(`“${truth}” counts as right as well. Nothing is done yet.`)).toBeVisible();
  // The hint of one of them cost a tenth of it.
  for (const after of ['96.66 %', '97.43 %'])
    await expect(page.getByRole('row').filter({ hasText: '89.74 %' }).filter({ hasText: after })).toHaveCount(
      1,
    );
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Put it right for all of them' }).click();
  await expect(page.getByText('Say why: learners read it beside the question.').first()).toBeVisible();
  await page.getByLabel('Why').fill('The key was wrong: a hash is about bytes.');
  await page.getByRole('button', { name: 'Put it right for all of them' }).click();
  await expect(page.getByText('The question is put right')).toBeVisible();
  await expectAccessible(page);

  await page.goto(`/teach/${course}/grades/items/exam`);
  await expect(page.getByText('2 grades wait for a release.')).toBeVisible();
  await theirs.goto(grades);
  await expect(theirs.getByText('Graded, and waits for its release.')).toBeVisible();
  expect(await body(theirs)).not.toMatch(/89\.7|96\.6/);
  await theirs.context().close();
  await page.getByRole('button', { name: 'Release …' }).click();
  await page.getByRole('button', { name: 'Release 2 grades' }).click();
  await expect(page.getByText('Released: 2. Told by mail: 2.')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('the learner is told once, and reads why', async ({ page, context }) => {
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const mail = await newestMail(admin, learner.email, /Your grade/);
  expect(mail).toContain(grades);
  expect(mail).not.toContain('96.6');
  await admin.context().close();
  await page.setViewportSize(phone);
  await signIn(page, learner);
  await page.goto(grades);
  await expect(page.getByRole('heading', { name: '96.66 % so far, passed' })).toBeVisible();
  const lines = page.getByRole('table', { name: 'How it comes about' });
  await expect(lines.getByRole('row', { name: /^Attempt 1 of 1 11\.666667 of 13 points/ })).toBeVisible();
  await expect(lines.getByRole('row', { name: /^Corrected 12\.566667 of 13 points/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${home}/attempts/1`);
  await expect(page.getByRole('heading', { name: '96.66 %, passed' })).toBeVisible();
  await expect(page.getByText('Before that it was 11.66 of 13 points.')).toBeVisible();
  await expect(page.getByText('Why: The key was wrong: a hash is about bytes.')).toBeVisible();
  const answered = page.getByRole('region', { name: /^Question \d+ of 13$/ }).filter({ hasText: words });
  await expect(answered.getByText('◐ Partly right: 66 %')).toBeVisible();
  await expect(answered.getByText('Well said.')).toBeVisible();
  await expect(page.getByText('CANARY of why2').first()).toBeVisible();
  // What the wrong key had to say of what is true is gone with it.
  await expect(page.getByText('CANARY of not1')).toHaveCount(0);
  await expect(page.getByText('2 hints: −10 %, so it earned 90 %')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'How well you knew what you know' })).toBeVisible();
  await expectAccessible(page);
  for (const path of [mark, question, `${room}/exam`])
    expect((await page.request.get(path)).status(), path).toBe(404);
  // A job writes it into the ledger.
  await expect(async () => {
    await page.goto(home);
    await expect(page.getByRole('heading', { name: 'Quiz complete' })).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
});

test('a grader takes the correction back without JavaScript, and results are what they were', async ({
  context,
}) => {
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
  expect((await seen.request.get(mark)).status()).toBe(404);
  await seen.goto(`${home}/attempts/1`);
  await expect(seen.getByRole('heading', { name: '89.74 %, not passed' })).toBeVisible();
  await expect(seen.getByText('Put right after')).toHaveCount(0);
  await seen.context().close();
});

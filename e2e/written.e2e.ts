import { randomUUID } from 'node:crypto';
import { choice } from '@/kinds/questions/samples';
import { writtenSample } from '@/kinds/questions/written/sample';
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
import { importCourse, publishCourse } from './staff';

// A written answer in a quiz waits for a grader, and the attempt has its result with the last mark.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const files = {
  ...courseFiles,
  'modules/1-first/2-exam.md': `---
id: exam
title: The exam
summary: It asks for words.
objectives:
  - Explain it.
verified: "2026-01-01"
quiz:
  mode: graded
  review: answers
  anonymous: true
---

Read the rules before you start.

${choice('single', 'b').replace('{#q', '{#q-single objective="1"')}

${writtenSample.replace('{#q', '{#q-written objective="1"')}
`,
};
const course = `written-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/exam`;
const room = `/teach/${course}/quizzes/exam/marking`;
const words = 'It shows that the bytes are the same, not that they are honest.';

let learner: { email: string; password: string };
/** The address of the answer that waits. */
let mark = '';

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  const own = { browser: () => browser };
  const [admin, owner, somebody] = await Promise.all([1, 2, 3].map(() => inOwnContext(own)));
  if (!admin || !owner || !somebody) throw new Error('no page');
  await signIn(admin, demo.admin);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, files);
  await publishCourse(owner, course);
  learner = await registerAndConfirm(somebody, admin);
  for (const page of [admin, owner, somebody]) await page.context().close();
});

test('a learner hands it in, and no result is shown', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, learner);
  await enroll(page, course);
  await page.goto(home);
  await expect(page.getByText('see no name while they mark what you write')).toBeVisible();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(`${home}/attempts/1`);
  await page.locator('[id="q-single-b"]').check();
  await page.locator('[id="q-written"]').getByLabel('Your answer').fill(words);
  await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByText(/One answer waits for a grader/)).toBeVisible();
  expect(await (await page.request.get(page.url())).text()).not.toContain('CANARY');
  await expectAccessible(page);
  // Who takes it marks nothing.
  expect((await page.request.get(room)).status()).toBe(404);
});

test('a grader marks it on a phone by keyboard, without a name, and is told what is missing', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, demo.instructor);
  await page.goto(room);
  await expect(page.getByText('1 answer waits to be marked')).toBeVisible();
  await expect(page.getByText('Without a name')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Mark the first' }).click();
  await expect(page.getByRole('heading', { name: 'The rubric' })).toBeVisible();
  mark = new URL(page.url()).pathname;
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByText('Lin Learner')).toHaveCount(0);
  const claim = page.getByRole('group', { name: 'The claim' });
  await claim.getByRole('radio').first().focus();
  await page.keyboard.press('3');
  await page.getByLabel('What you say to the learner').fill('Well said.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('link', { name: 'Choose a level of “The example”.' })).toBeVisible();
  await expect(claim.getByRole('radio').nth(2)).toBeChecked();
  await expect(page.getByLabel('What you say to the learner')).toHaveValue('Well said.');
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('group', { name: 'The example' }).getByRole('radio').first().check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Nothing waits to be marked')).toBeVisible();
  await page.goto(mark);
  await expect(page.getByText(/^Marked by /)).toBeVisible();
  await expectAccessible(page);
});

test('with the last mark there is a result, and why', async ({ page }) => {
  await signIn(page, learner);
  // Four of the seven points of its rubric, and the whole point of the other question.
  await page.goto(`${home}/attempts/1`);
  await expect(page.getByRole('heading', { name: /^78\.57 %, / })).toBeVisible();
  await expect(page.getByText('Well said.')).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get(mark)).status()).toBe(404);
});

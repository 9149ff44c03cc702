import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import { workFile } from '@/test/work';
import {
  demo,
  enroll,
  expect,
  expectAccessible,
  inOwnContext,
  registerAndConfirm,
  signInByForm as signIn,
  test,
} from './fixtures';
import { importCourse, publishCourse } from './staff';

// Review by peers: a sample is scored, the work of another is reviewed without a name, and what reviews come to is the
// grade; its learner asks a grader to look at one, and reads the answer.

const files = {
  ...courseFiles,
  'modules/1-first/2-essay.md': workFile([
    'peers: { reviews: 1, least: 1, counts: true, samples: [{ text: A sample with a clear claim, scores: { claim: 2, evidence: 0 } }] }',
  ]),
};
const course = `peers-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/essay`;
const room = `${home}/review`;
const queue = `/teach/${course}/work`;

const level = (page: Page, criterion: string, says: string) =>
  page.getByRole('group', { name: criterion }).getByLabel(says);

/** Writes and hands in by plain forms, and knows before what others do with it. */
async function handIn(page: Page, text: string) {
  await enroll(page, course);
  await page.goto(home);
  await expect(page.getByText('by others who do not know whose it is')).toBeVisible();
  expect((await page.request.get(room)).status()).toBe(404);
  await page.getByLabel('Your text').fill(text);
  await page.getByRole('button', { name: 'Look at it and hand it in' }).click();
  await expect(page.getByRole('heading', { name: 'You hand in 4 words' })).toBeVisible();
  await page.getByRole('button', { name: 'Hand it in', exact: true }).click();
  await page.getByRole('link', { name: 'Review the work of others' }).click();
  await expect(page.getByRole('heading', { name: 'Sample 1 of 1' })).toBeVisible();
}

/** Scores the sample as its author does, takes a work and reviews it, after a pause and something forgotten. */
async function review(page: Page, sees: string) {
  await level(page, 'The claim', 'It is clear.').check();
  await level(page, 'The evidence', 'None is given.').check();
  await page.getByRole('button', { name: 'Score the sample' }).click();
  await expect(page.getByText('Your reviews weigh 100 %')).toBeVisible();
  await page.getByRole('button', { name: 'Take a work to review' }).click();
  await expect(page.getByRole('heading', { name: 'The work of another' })).toBeVisible();
  await expect(page.getByText(sees)).toBeVisible();
  // The header has one's own name.
  expect(await page.locator('main').innerHTML()).not.toMatch(/Sam Student|Lin Learner/);
  await level(page, 'The claim', 'It is there.').check();
  await page.getByLabel('Why, of “The claim”').fill('It could be clearer.');
  await page.getByRole('button', { name: 'Save it for now' }).click();
  await expect(page.getByText('It is saved, and not given yet.')).toBeVisible();
  await page.goto(room);
  await expect(page.getByLabel('Why, of “The claim”')).toHaveValue('It could be clearer.');
  await page.getByRole('button', { name: 'Give the review' }).click();
  await expect(page.getByText('Say why, of “The evidence”.').first()).toBeVisible();
  await expect(level(page, 'The claim', 'It is there.')).toBeChecked();
  await level(page, 'The evidence', 'It carries the claim.').check();
  await page.getByLabel('Why, of “The evidence”').fill('It carries the claim.');
  await page.getByRole('button', { name: 'Give the review' }).click();
  await expect(page.getByText('You have reviewed 1 of 1.')).toBeVisible();
}

test('two review each other without names, one on a phone, one without a script; a grader is asked to look', async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  const [admin, owner] = [await inOwnContext(context), await inOwnContext(context)];
  const plain = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(admin, demo.admin);
  const other = await registerAndConfirm(await inOwnContext(context), admin);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, files);
  await publishCourse(owner, course);

  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, demo.student);
  await signIn(plain, other);
  await handIn(page, 'Four words of one.');
  await handIn(plain, 'Four words of another.');
  await owner.goto(queue);
  await expect(owner.getByText(/Its peers review it/)).toHaveCount(2);
  await review(page, 'Four words of another.');
  await page.goto(room);
  await expect(page.getByRole('button', { name: 'Review one more' })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await review(plain, 'Four words of one.');

  // A job makes it the grade.
  await expect(async () => {
    await page.goto(`${home}/work/1`);
    await expect(page.getByText('Your result is what these reviews come to')).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await expect(page.getByRole('heading', { name: '75 %' })).toBeVisible();
  await page.getByRole('button', { name: 'Helpful', exact: true }).click();
  await expect(page.getByText('You found it helpful.')).toBeVisible();
  await page.getByRole('link', { name: 'Ask a grader to look at review 1' }).click();
  await page.getByLabel('What should a grader look at?').fill('The claim is clear.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask a grader' }).click();
  await expect(page.getByText('They have not answered yet.')).toBeVisible();

  await owner.goto(queue);
  await owner.getByRole('link', { name: 'The essay: 1' }).click();
  await expect(owner.getByText('Graded by its peers, as the rules say.')).toBeVisible();
  await expect(owner.getByText('The claim 1, The evidence 2')).toBeVisible();
  await expectAccessible(owner);
  expect((await plain.request.get(owner.url())).status()).toBe(404);
  await owner.getByRole('button', { name: 'Answer' }).click();
  await expect(owner.getByText('Say what you found.').first()).toBeVisible();
  await owner.getByLabel('What you say to its reader').fill('It stands: the claim comes late.');
  await owner.getByRole('button', { name: 'Answer' }).click();
  await expect(owner.getByText('Answered: It stands: the claim comes late.')).toBeVisible();
  await page.reload();
  await expect(page.getByText('They answer: It stands: the claim comes late.')).toBeVisible();
});

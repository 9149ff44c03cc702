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
  signIn,
  test,
} from './fixtures';
import { importCourse, publishCourse } from './staff';

// Review by peers: a sample is scored, the work of another is reviewed without a name, and read by its writer.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

const files = {
  ...courseFiles,
  'modules/1-first/2-essay.md': workFile([
    'peers: { reviews: 1, least: 1, samples: [{ text: A sample with a clear claim, scores: { claim: 2, evidence: 0 } }] }',
  ]),
};
const course = `peers-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/essay`;

/** Writes and hands in by plain forms. */
async function handIn(page: Page, text: string) {
  await enroll(page, course);
  await page.goto(home);
  await page.getByLabel('Your text').fill(text);
  await page.getByRole('button', { name: 'Save the draft' }).click();
  await expect(page.getByLabel('Your text')).toHaveValue(text);
  await page.getByRole('button', { name: 'Look at it and hand it in' }).click();
  await page.getByRole('button', { name: 'Hand it in' }).click();
  await expect(page.getByRole('link', { name: 'Review the work of others' })).toBeVisible();
}

/** Scores the sample as its author does, takes a work and reviews it. */
async function review(page: Page, sees: string) {
  await page.goto(`${home}/review`);
  await page.getByLabel('Level of “The claim”').selectOption('2');
  await page.getByLabel('Level of “The evidence”').selectOption('0');
  await page.getByRole('button', { name: 'Score the sample' }).click();
  await expect(page.getByRole('heading', { name: 'How near you came: sample 1' })).toBeVisible();
  await expect(page.getByText('Your reviews weigh 100 %')).toBeVisible();
  await page.getByRole('button', { name: 'Take a work to review' }).click();
  await expect(page.getByRole('heading', { name: 'The work of another' })).toBeVisible();
  await expect(page.getByText(sees)).toBeVisible();
  // The header has one's own name, which is everybody's here.
  expect(await page.locator('main').innerHTML()).not.toContain('Lin Learner');
  await expectAccessible(page);
  await page.getByLabel('Level of “The claim”').selectOption('1');
  await page.getByLabel('Why, of “The claim”').fill('It could be clearer.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Say why, of “The evidence”.').first()).toBeVisible();
  await expect(page.getByLabel('Why, of “The claim”')).toHaveValue('It could be clearer.');
  await page.getByLabel('Level of “The evidence”').selectOption('1');
  await page.getByLabel('Why, of “The evidence”').fill('It carries the claim.');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('You have reviewed 1 of 1.')).toBeVisible();
}

test('two learners review each other without names, one without a script; a grader reads it as advice', async ({
  context,
}) => {
  const [admin, owner, somebody] = await Promise.all([1, 2, 3].map(() => inOwnContext(context)));
  if (!admin || !owner || !somebody) throw new Error('no page');
  await signIn(admin, demo.admin);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, files);
  await publishCourse(owner, course);
  const [one, other] = [await registerAndConfirm(somebody, admin), await registerAndConfirm(somebody, admin)];
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await page.setViewportSize({ width: 390, height: 844 });
  const plain = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(page, one);
  await signIn(plain, other);
  await handIn(page, 'Four words of one.');
  expect((await plain.request.get(`${home}/review`)).status()).toBe(404);
  await handIn(plain, 'Four words of another.');
  const scripted = await inOwnContext(context);
  await scripted.setViewportSize({ width: 390, height: 844 });
  await signIn(scripted, one);
  await review(scripted, 'Four words of another.');
  expect(await scripted.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await review(plain, 'Four words of one.');

  await owner.goto(`/teach/${course}/work`);
  await owner.getByRole('button', { name: 'Grade the next' }).click();
  await expect(owner.getByRole('heading', { name: 'What peers give it' })).toBeVisible();
  await expect(owner.getByText('The claim 1, The evidence 2')).toBeVisible();
  await expectAccessible(owner);
  await owner.getByLabel('It is clear.').check();
  await owner.getByLabel('It carries the claim.').check();
  await owner.getByRole('button', { name: 'Finish', exact: true }).click();
  await expect(owner.getByText('It is graded.')).toBeVisible();

  await scripted.goto(`${home}/work/1`);
  await expect(scripted.getByRole('heading', { name: 'What others say' })).toBeVisible();
  await scripted.getByRole('button', { name: 'Helpful', exact: true }).click();
  await expect(scripted.getByText('You found it helpful.')).toBeVisible();
  await scripted.getByText('Ask a grader to look at this review').click();
  await scripted.getByLabel('What should they look at?').fill('The claim is clear.');
  await scripted.getByRole('button', { name: 'Ask a grader' }).click();
  await expect(scripted.getByText('They have not answered yet.')).toBeVisible();
  await expectAccessible(scripted);
  await owner.goto(`/teach/${course}/work`);
  await expect(owner.getByText('Reviews that you are asked to look at')).toBeVisible();
});

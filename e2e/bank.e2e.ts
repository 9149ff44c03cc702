import { randomUUID } from 'node:crypto';
import { courseFiles } from '@/test/course-folder';
import { demo, enroll, expect, expectAccessible, inOwnContext, newPerson, signIn, test } from './fixtures';
import { fileIds, importCourse, publishCourse } from './staff';

// A set of questions: made, filled from another system, drawn from by a quiz, taken by a learner, taken out again.
const exam = `---
id: the-quiz
title: The quiz of the module
summary: It asks two of three.
objectives:
  - Explain it.
verified: "2026-01-01"
---

Read the rules before you start.
`;

const question = (name: string) => `::${name}::[markdown]What is ${name}?{
  =It is ${name}#Right.
  ~It is not#**Nothing is ${name}.** It is.
}`;
const gift = [...['salt', 'pepper', 'a digest'].map(question), '::An essay::Explain all of it.{}'].join(
  '\n\n',
);

test('a set is made, filled from GIFT with a report, drawn from, and taken out again', async ({
  browser,
  page,
}) => {
  test.setTimeout(300_000);
  const own = { browser: () => browser };
  const other = await inOwnContext(own);
  await signIn(page, demo.instructor);
  const course = `bank-${randomUUID().slice(0, 8)}`;
  await importCourse(page, course, { ...courseFiles, 'modules/1-first/2-quiz.md': exam });

  await page.goto(`/teach/${course}/bank`);
  await expect(page.getByText('No sets yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Title').fill('Hash functions');
  await page.getByRole('button', { name: 'Add the set' }).click();
  await page.waitForURL(/\/bank\/[0-9a-f-]{36}$/);
  const set = page.url().split('/').at(-1) ?? '';

  await page.goto(`/teach/${course}/bank/import`);
  await page.getByLabel('Questions in GIFT').fill(gift);
  await page.getByLabel('Into which set').selectOption({ label: 'Hash functions' });
  await page.getByRole('button', { name: 'Look at what comes in' }).click();
  await expect(page.getByRole('heading', { name: '3 of 4 questions can come in' })).toBeVisible();
  await expect(page.getByText('It asks for an essay: write it anew as a written answer')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Take 3 questions in' }).click();
  await page.waitForURL(`/teach/${course}/bank/${set}`);
  await expect(page.getByLabel('Preview').getByText('What is pepper?')).toBeVisible();

  const quiz = (await fileIds(page, course)).get('The quiz of the module');
  await page.goto(`/teach/${course}/lessons/${quiz}/details`);
  await page.getByLabel('Is this lesson a quiz?').selectOption('graded');
  await page.getByLabel('Set 1').selectOption('hash-functions');
  await page.getByLabel('How many').first().fill('all');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('Say how many are drawn from this set').first()).toBeVisible();
  await expect(page.getByLabel('How many').first()).toHaveValue('all');
  await page.getByLabel('How many').first().fill('2');
  await page.getByRole('button', { name: 'Save the details' }).click();
  await expect(page.getByText('The details are saved.')).toBeVisible();
  await page.goto(`/teach/${course}/bank`);
  await expect(page.getByText(/draws 2/)).toBeVisible();
  await publishCourse(page, course);

  const student = await inOwnContext(own);
  await signIn(student, await newPerson());
  await enroll(student, course);
  const home = `/learn/${course}/the-quiz`;
  await student.goto(home);
  await expect(student.getByText('2, drawn anew for each attempt')).toBeVisible();
  expect(await (await student.request.get(home)).text()).not.toMatch(/hash-functions|What is/);
  await student.getByRole('button', { name: 'Start the quiz' }).click();
  await student.waitForURL(`${home}/attempts/1`);
  await expect(student.locator('.question')).toHaveCount(2);
  const asked = await (await student.request.get(student.url())).text();
  const names = ['salt', 'pepper', 'a digest'].filter((name) => asked.includes(`What is ${name}?`));
  expect(names).toHaveLength(2);
  expect(asked).not.toContain('Nothing is');

  await page.goto(`/teach/${course}/bank/${set}/export`);
  await expectAccessible(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download 3 questions as GIFT' }).click();
  expect((await download).suggestedFilename()).toBe('hash-functions.gift.txt');
  const file = await page.request.get(`/api/teach/${course}/bank/${set}?format=gift`);
  expect(await file.text()).toContain('::salt::[markdown]What is salt?{');

  await page.getByRole('link', { name: 'QTI 3' }).click();
  await expect(page.getByRole('link', { name: 'Download 3 questions as QTI 3' })).toBeVisible();
  const packed = await page.request.get(`/api/teach/${course}/bank/${set}?format=qti`);
  expect(packed.headers()['content-type']).toBe('application/zip');
  const pack = (buffer: Buffer) => ({ name: 'set.zip', mimeType: 'application/zip', buffer });
  await page.goto(`/teach/${course}/bank/import`);
  await page.getByLabel('Or a file').setInputFiles(pack(Buffer.from('PK\u0003\u0004 cut off')));
  await page.getByRole('button', { name: 'Look at what comes in' }).click();
  await expect(page.getByText('This is no zip archive that can be read.').first()).toBeVisible();
  await page.getByLabel('Or a file').setInputFiles(pack(await packed.body()));
  await page.getByLabel('Title of the new set').fill('Back again');
  await page.getByRole('button', { name: 'Look at what comes in' }).click();
  await expect(page.getByRole('heading', { name: 'All 3 questions can come in' })).toBeVisible();
  await page.getByRole('button', { name: 'Take 3 questions in' }).click();
  await expect(page.getByLabel('Preview').getByText('What is pepper?')).toBeVisible();

  await signIn(other, await newPerson('instructor'));
  for (const path of ['', '/import', `/${set}`, `/${set}/about`, `/${set}/export`])
    expect((await other.request.get(`/teach/${course}/bank${path}`)).status(), path).toBe(404);
  expect((await other.request.get(`/api/teach/${course}/bank/${set}?format=gift`)).status()).toBe(404);

  // Deleted by mistake and brought back, once no quiz draws from it.
  await page.goto(`/teach/${course}/bank/${set}/about`);
  await expect(page.getByText('A quiz draws from this set. Change the quiz first.')).toBeVisible();
  for (const someone of [other, student]) await someone.context().close();
});

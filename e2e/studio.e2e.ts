import type { Page } from '@playwright/test';
import { editorText, writeLesson } from './editor';
import { demo, expect, inOwnContext, newPerson, signIn, test } from './fixtures';

const article = `China Daily Ledger

Officials set out plans for a provincial ledger

The governor said that the province would connect forty hospitals to a shared ledger by 2021. "Records will follow the patient," she stressed.

Share this article

The agency also pointed out that a pilot in two cities had cut waiting times. No figures were published.

Exit mobile version
`;

/** What a person writes in place of the prompts of a framed lesson. */
const lessonText = (id: string, title: string, passage: string, more = '') => `---
id: ${id}
title: ${title}
summary: Who promised what, and what could be checked.
objectives:
  - Tell a plan from a result.
verified: "2026-11-23"
---

A promise of forty hospitals is a plan until somebody counts them.

::passage{#p-one ref="${passage}"}

## What was said {#what-was-said}

The verb carries the weight: to stress is not to measure.
${more}
:::question{#q-plan kind="single" objective="1"}
What was promised?

- [ ] A result that was measured
  > **A plan is a result.** Nothing had been counted yet.
- [x] A plan with a year
  > Right: it names a year, and nothing that was done.
:::
`;

const proposed = (title: string) => title.toLowerCase().replaceAll(' ', '-');
const titleOf = (stamp: string) => `Reading a promise ${stamp}`;

/** Publishes the draft as the page stands; the choice of who moves is made where there is one. */
async function publish(page: Page, slug: string, moves?: string): Promise<void> {
  await page.goto(`/teach/${slug}/publish`);
  await expect(page.getByText('Nothing stops it.')).toBeVisible();
  if (moves) await page.getByLabel(moves).check();
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.waitForURL(/\/editions\?/);
}

async function enrollIn(page: Page, slug: string): Promise<void> {
  await page.goto(`/courses/${slug}`);
  await page.getByRole('button', { name: /enroll/i }).click();
  await page.waitForURL(`/learn/${slug}`);
}

test('a course is written, published, learned, revised and restored; who began keeps what they began', async ({
  page,
  context,
}) => {
  test.slow();
  const stamp = crypto.randomUUID().slice(0, 8);
  const slug = `promise-${stamp}`;
  await signIn(page, demo.instructor);

  await test.step('an instructor creates a course', async () => {
    await page.goto('/teach');
    await page.getByRole('link', { name: 'New course' }).click();
    await page.getByLabel('Title').fill(titleOf(stamp));
    await page.getByLabel('Address').fill(slug);
    await page.getByLabel('Summary').fill('How to read what a government promises.');
    await page.getByLabel('Level').fill('No background needed');
    await page.getByLabel('For whom').fill('Anybody who reads the news');
    await page.getByLabel('What learners will be able to do').fill('Tell a plan from a result');
    await page.getByRole('button', { name: 'Create the course' }).click();
    await page.waitForURL(`/teach/${slug}/outline`);
  });

  await test.step('imports a source from a pasted article', async () => {
    await page.goto(`/teach/${slug}/sources/new`);
    await page.getByLabel('The text').fill(article);
    await page
      .getByRole('textbox', { name: 'Title' })
      .fill('Officials set out plans for a provincial ledger');
    await page.getByLabel('Publisher').fill('China Daily Ledger');
    await page.getByRole('textbox', { name: 'Date' }).fill('2019-11-02');
    await page.getByLabel('What the lessons take from it').fill('An example of a promise.');
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.waitForURL(/\/sources\/[0-9a-f-]{36}/);
    await expect(page.getByRole('deletion').filter({ hasText: 'Exit mobile version' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Passage A2' })).toBeVisible();
  });

  const source = page.url().replace(/[?#].*/, '');
  const lessons: string[] = [];
  for (const [title, passage] of [
    ['The promise', 'A1'],
    ['The pilot', 'A2'],
  ] as const) {
    await test.step(`frames “${title}” from a passage, and is told what is left to write`, async () => {
      await page.goto(`${source}/frame`);
      await page.getByRole('checkbox', { name: new RegExp(`^${passage}`) }).check();
      await page.getByLabel('Title of the lesson').fill(title);
      await page.getByRole('button', { name: 'Draft the lesson' }).click();
      await page.waitForURL(/\/lessons\/[0-9a-f-]{36}/);
      lessons.push(page.url());
      await expect(editorText(page)).toContainText('[[write');
    });
  }

  await test.step('is not let publish with prompts that nobody filled in', async () => {
    await page.goto(`/teach/${slug}/publish`);
    await expect(page.getByText('Nothing stops it.')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Publish' })).toHaveCount(0);
  });

  await test.step('fixes the problems', async () => {
    for (const [index, url] of lessons.entries()) {
      const title = ['The promise', 'The pilot'][index] ?? '';
      await page.goto(url);
      await writeLesson(page, lessonText(proposed(title), title, `A${index + 1}`));
    }
  });

  await test.step('says what the module is about, which it begins without', async () => {
    await page.goto(`/teach/${slug}/outline`);
    await page.locator('a[href*="/outline/modules/"]').first().click();
    await page.getByLabel('Summary').fill('Two promises, read closely.');
    await page.getByRole('button', { name: 'Save the details' }).click();
    await expect(page.getByText('The details are saved.')).toBeVisible();
  });

  await test.step('takes out the lesson that every new course begins with, and could bring it back', async () => {
    await page.goto(`/teach/${slug}/outline`);
    const begun = page.getByRole('button', { name: /^Delete: “(?!The promise|The pilot)/ });
    await begun.last().click();
    await page.getByRole('button', { name: /^Bring back/ }).click();
    await expect(page.getByRole('button', { name: /^Bring back/ })).toHaveCount(0);
    await begun.last().click();
    await expect(page.getByRole('button', { name: /^Bring back/ })).toBeVisible();
    await expect(page.getByText('Nothing stops publishing.')).toBeVisible();
  });

  await test.step('sees on a phone what a student will see', async () => {
    const phone = await inOwnContext(context, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await signIn(phone, demo.instructor);
    await phone.goto(`/teach/${slug}/preview/draft/the-promise`);
    await expect(phone.getByRole('heading', { name: 'The promise', level: 1 })).toBeVisible();
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
    await phone.context().close();
  });

  const newStudent = async () => {
    const student = await inOwnContext(context);
    await signIn(student, await newPerson());
    await enrollIn(student, slug);
    return student;
  };

  await test.step('publishes', () => publish(page, slug));

  const first = await newStudent();
  await test.step('a student enrolls and learns', async () => {
    await first.goto(`/learn/${slug}/the-promise`);
    await first.getByLabel('A plan with a year').check();
    await first.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(first.getByText('✓ Right.')).toBeVisible();
    await first.getByRole('button', { name: 'Complete the lesson' }).click();
    await expect(first.getByRole('heading', { name: 'Lesson complete' })).toBeVisible();
  });

  await test.step('the instructor revises, and reads what it would do to whom', async () => {
    await page.goto(lessons[0] ?? '');
    const more = '\n## What came of it {#what-came-of-it}\n\nNobody has published a count.\n';
    await writeLesson(page, lessonText('the-promise', 'The promise', 'A1', more));
    await page.goto(`/teach/${slug}/publish`);
    await expect(
      page.getByText(/1 would have a new block to do|would have a new block to do/).first(),
    ).toBeVisible();
  });

  await test.step('publishes for new enrollments only', () => publish(page, slug, 'New enrollments only'));

  await test.step("the first student's lesson is unchanged, and still complete", async () => {
    await first.goto(`/learn/${slug}/the-promise`);
    await expect(first.getByRole('heading', { name: 'What was said' })).toBeVisible();
    await expect(first.getByRole('heading', { name: 'What came of it' })).toHaveCount(0);
    await expect(first.getByRole('heading', { name: 'Lesson complete' })).toBeVisible();
  });

  const second = await newStudent();
  await test.step("a second one's is new", async () => {
    await second.goto(`/learn/${slug}/the-promise`);
    await expect(second.getByRole('heading', { name: 'What came of it' })).toBeVisible();
  });

  await test.step('a student who looks for the studio finds nothing', async () => {
    for (const room of ['outline', 'sources', 'publish', 'editions', 'figures', 'preview/draft']) {
      expect((await second.goto(`/teach/${slug}/${room}`))?.status()).toBe(404);
    }
    expect((await second.request.get(`/api/teach/${slug}/export`)).status()).toBe(404);
  });

  await test.step('an older edition is restored as the draft', async () => {
    await page.goto(`/teach/${slug}/editions/1`);
    await page.getByRole('button', { name: 'Make edition 1 the draft' }).click();
    await expect(page.getByText('The draft is what edition 1 was.')).toBeVisible();
    await page.goto(`/teach/${slug}/preview/draft/the-promise`);
    await expect(page.getByRole('heading', { name: 'What was said' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'What came of it' })).toHaveCount(0);
  });
  for (const person of [first, second]) await person.context().close();
});

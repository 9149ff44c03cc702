import { randomUUID } from 'node:crypto';
import type { Browser, Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import { scorecardText, timelineText } from '@/test/library-files';
import { demo, enroll, expect, expectAccessible, inOwnContext, newPerson, signIn, test } from './fixtures';
import { importCourse, publishCourse } from './staff';

test.setTimeout(180_000);

let slug = '';
const rooms = ['', '/glossary', '/timeline', '/sources', '/directives'];
const library = (room = '') => `/learn/${slug}/library${room}`;

test.beforeAll(async ({ browser }: { browser: Browser }) => {
  slug = `library-${randomUUID().slice(0, 8)}`;
  const page = await inOwnContext({ browser: () => browser });
  await signIn(page, demo.instructor);
  await importCourse(page, slug, {
    ...courseFiles,
    'glossary/all.yaml': courseFiles['glossary/all.yaml'].replace(
      'What gives a digest',
      'A recipe for digests',
    ),
    'timeline/all.yaml': timelineText,
    'scorecard.yaml': scorecardText,
    'guide.md': 'For those who teach.\n\n## Week one\n\nBegin with [the first lesson](one).\n',
  });
  await publishCourse(page, slug);
  await page.context().close();
});

async function asLearner(page: Page): Promise<void> {
  await signIn(page, await newPerson());
  await enroll(page, slug);
}

test('a learner filters the timeline by keyboard, and follows an entry to its source', async ({ page }) => {
  await asLearner(page);
  await page.getByRole('link', { name: /^Library/ }).click();
  await expect(page).toHaveURL(library());
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await expect(page.getByText('3 entries', { exact: true })).toBeVisible();

  const instrument = page.getByLabel('Instrument');
  await instrument.focus();
  // A select takes the choice that begins with what is typed.
  await page.keyboard.type('Law');
  await expect(instrument).toHaveValue('law');
  const show = page.getByRole('button', { name: 'Show', exact: true });
  while (!(await show.evaluate((button) => button === document.activeElement)))
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/instrument=law/);
  await expect(page.getByText('1 of 3 entries')).toBeVisible();
  await expect(page.getByText('A law comes into force.')).toBeVisible();
  await expect(page.getByText('A platform is closed.')).toHaveCount(0);

  await page.goto(library('/timeline?instrument=law&place=Hamburg'));
  await expect(page.getByText('Nothing fits all of this')).toBeVisible();
  await page.getByRole('link', { name: 'Show everything' }).first().click();
  await expect(page.getByText('3 entries', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Hamburg', exact: true }).click();
  await expect(page.getByText('1 of 3 entries')).toBeVisible();
  await page.getByRole('link', { name: 'A paper, 25 Oct 2019' }).click();
  await expect(page).toHaveURL(library('/sources#src-src-1'));
  await expect(page.locator('[id="src-src-1"]')).toBeInViewport();
});

test('a learner finds a term and follows it to the lesson that first uses it', async ({ page }) => {
  await asLearner(page);
  await page.goto(library('/glossary'));
  await page.getByLabel('Find a word').fill('recipe');
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 of 2 terms')).toBeVisible();
  await page.getByRole('link', { name: '1. Lesson one' }).click();
  await expect(page).toHaveURL(`/learn/${slug}/one#a-part`);
  await expect(page.getByRole('heading', { name: 'A part' })).toBeInViewport();
});

test('the directive map tells what was promised, found, contradicted and unknown', async ({ page }) => {
  await asLearner(page);
  await page.goto(library('/directives'));
  const first = page.locator('[id="D1"]');
  for (const words of [
    'That it will be done.',
    'A plan says so.',
    'Nobody has seen it.',
    'Whether it is used.',
    'Begun.',
  ])
    await expect(first.getByText(words)).toBeVisible();
  await expect(first.getByText(/E1.*Official target or plan, 2020/)).toBeVisible();
});

test('without JavaScript all of the library is there, and its filters work', async ({ context }) => {
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await asLearner(page);
  await page.goto(library('/timeline'));
  await page.getByLabel('Where').selectOption('Hamburg');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page.getByText('1 of 3 entries')).toBeVisible();
  await page.goto(library('/glossary'));
  await page.getByRole('link', { name: 'H: 1 term' }).click();
  await expect(page.getByText('1 of 2 terms')).toBeVisible();
  await page.goto(library('/sources'));
  await page.getByLabel('Kind').selectOption('news');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/kind=news/);
  await expect(page.getByText('The words.')).toBeVisible();
  await page.context().close();
});

test('who does not learn in the course finds no library and no guide', async ({ page }) => {
  await signIn(page, await newPerson());
  expect((await page.goto('/learn/no-such-course/library'))?.status()).toBe(404);
  for (const path of [...rooms.map(library), `/teach/${slug}/guide`])
    expect((await page.goto(path))?.status(), path).toBe(404);
  await enroll(page, slug);
  expect((await page.goto(library()))?.status()).toBe(200);
  expect((await page.goto(`/teach/${slug}/guide`))?.status()).toBe(404);
});

test('who teaches the course reads its guide, which leads to its lessons', async ({ page }) => {
  await signIn(page, demo.instructor);
  await page.goto(`/teach/${slug}/guide`);
  await expect(page.getByRole('heading', { name: 'Week one' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'the first lesson' }).click();
  await expect(page).toHaveURL(`/teach/${slug}/preview/draft/one`);
});

test('who teaches it looks at the library of the draft as a learner will read it', async ({ page }) => {
  await signIn(page, demo.instructor);
  await page.goto(`/teach/${slug}/preview/draft`);
  await page.getByRole('link', { name: 'Library: glossary, timeline, sources' }).click();
  await expect(page.getByText('Preview of the draft as a student sees it.')).toBeVisible();
  await page.getByRole('link', { name: 'Timeline', exact: true }).click();
  await page.getByLabel('Where').selectOption('Hamburg');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/\/teach\/.*\/preview\/draft\/library\/timeline\?.*place=Hamburg/);
  await expect(page.getByText('1 of 3 entries')).toBeVisible();
  await page.getByRole('link', { name: 'Glossary', exact: true }).click();
  await page.getByRole('link', { name: /^1\. / }).first().click();
  await expect(page).toHaveURL(new RegExp(`/teach/${slug}/preview/draft/one`));
});

test('every room of the library is accessible, and fits on a phone', async ({ page }) => {
  await asLearner(page);
  for (const room of rooms) {
    await page.goto(library(room));
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth), room).toBeLessThanOrEqual(390);
    await page.setViewportSize({ width: 1280, height: 800 });
  }
});

import { give, lessonWithKeys } from './answers';
import { asNewLearner, course, expect, inOwnContext, test } from './fixtures';

test('on a phone: one column, drawers for syllabus and passages, nothing wider than the screen', async ({
  context,
}) => {
  test.setTimeout(180_000);
  const page = await inOwnContext(context, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await asNewLearner(page);

  const { modules } = (await (await import('./answers')).courseWithKeys()).manifest;
  const lessons = modules.flatMap((module) =>
    module.lessons.map((lesson) => `/learn/${course}/${lesson.id}`),
  );
  for (const path of [
    '/',
    '/courses',
    `/courses/${course}`,
    '/learn',
    `/learn/${course}`,
    '/account',
    ...lessons,
  ]) {
    await page.goto(path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide, path).toBeLessThanOrEqual(390);
  }

  await page.goto(`/learn/${course}/merkle-tree`);
  const syllabus = page.getByRole('navigation', { name: 'Syllabus' });
  await expect(syllabus).toBeHidden();
  await page.getByRole('button', { name: 'Syllabus' }).tap();
  await expect(syllabus).toBeVisible();
  await syllabus.getByRole('link', { name: /hash chains/i }).tap();
  await page.waitForURL(`/learn/${course}/hash-chain`);
  await page.getByRole('button', { name: 'Passages and words' }).tap();
  await expect(page.getByRole('complementary', { name: 'Passages and glossary' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('button.term').first().tap();
  await expect(page.locator('.term-popover:popover-open')).toBeVisible();
  await page.context().close();
});

test('offline an answer is kept, said to be kept, and counts once when the line is back', async ({
  page,
  context,
}) => {
  await asNewLearner(page);
  await page.goto(`/learn/${course}/hash`);
  const { content, keys } = await lessonWithKeys('hash');
  const block = content.blocks.find((candidate) => candidate.question);
  const key = block && keys[block.id];
  if (!block?.question || !key) throw new Error('the lesson on hashes has questions');

  await context.setOffline(true);
  await give(
    page,
    block.id,
    key,
    key.correct,
    block.question.options.map((option) => option.id),
  );
  const form = page.locator(`[id="${block.id}"] form`);
  await expect(form.getByText(/You are offline. Your answer is kept/)).toBeVisible();
  await expect(form.getByText('✓ Right.')).toBeHidden();
  await expect(page.locator('.lesson-bar').getByText(/will sync/)).toBeVisible({ timeout: 15_000 });

  await context.setOffline(false);
  await expect(form.getByText('✓ Right.')).toBeVisible();
  await expect(page.locator('.lesson-bar').getByText('Saved')).toBeVisible({ timeout: 15_000 });
  await page.goto(`/learn/${course}/record`);
  await expect(page.getByText('Answered right')).toHaveCount(1);
});

import { completeOpenLesson, give, lessonWithKeys, passOpenQuiz } from './answers';
import {
  asNewLearner,
  course,
  demo,
  expect,
  inOwnContext,
  registerAndConfirm,
  signIn,
  signInByForm,
  test,
} from './fixtures';

const moduleOne = ['study-session', 'text-chain', 'quote-paraphrase-gloss', 'words-that-move'];

test('a stranger registers, learns, leaves and carries on on another device where they stopped', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000);
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const who = await registerAndConfirm(page, admin);
  await admin.context().close();
  await signInByForm(page, who);

  await test.step('finds the course and enrolls', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: 'Courses', exact: true }).click();
    await page
      .getByRole('link', { name: /Reading a Blockchain Policy/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Reading a Blockchain Policy');
    await page.getByRole('button', { name: /enroll/i }).click();
    await page.waitForURL(`/learn/${course}`);
  });

  const first = await lessonWithKeys('study-session');
  const questions = first.content.blocks.filter((block) => block.question);
  const [q1] = questions;
  const key = q1 && first.keys[q1.id];
  if (!q1?.question || !key) throw new Error('lesson 1 begins with a question');
  const options = q1.question.options.map((option) => option.id);

  await test.step('answers wrongly, reads why, answers rightly', async () => {
    await page.getByRole('link', { name: /Begin/ }).click();
    await page.waitForURL(`/learn/${course}/study-session`);
    const wrong = options.find((id) => !key.correct.includes(id)) ?? '';
    await give(page, q1.id, key, [wrong], options);
    const form = page.locator(`[id="${q1.id}"] form`);
    await expect(form.getByText('✗ Not yet.')).toBeVisible();
    await expect(form.locator('.option-wrong .option-said strong').first()).toBeVisible();
    await expect(form.locator('.option-said')).toHaveCount(1);
    await give(page, q1.id, key, key.correct, options);
    await expect(form.getByText('✓ Right.')).toBeVisible();
  });

  await test.step('leaves, and continues on another device at the next open block', async () => {
    await expect(page.locator('.lesson-bar').getByText('Saved')).toBeVisible();
    const phone = await inOwnContext(context, { viewport: { width: 390, height: 844 } });
    await signIn(phone, who);
    await phone.goto('/');
    await phone.getByRole('link', { name: /Continue/ }).click();
    await phone.waitForURL(new RegExp(`/learn/${course}/study-session#`));
    const hash = new URL(phone.url()).hash.slice(1);
    const open = await phone.locator('[id="finish"]').isVisible();
    expect(open).toBe(true);
    expect(first.content.blocks.map((block) => block.id)).toContain(hash);
    await expect(phone.locator(`[id="${hash}"]`)).toBeInViewport();
    await expect(phone.locator(`[id="${q1.id}"] form`).getByText('✓ Right.')).toBeAttached();
    await phone.context().close();
  });

  await test.step('finishes module 1', async () => {
    for (const [index, lesson] of moduleOne.entries()) {
      if (index === 0) await page.goto(`/learn/${course}/${lesson}`);
      await page.waitForURL(new RegExp(`/learn/${course}/${lesson}`));
      await completeOpenLesson(page, lesson, who.email);
      await page.getByRole('link', { name: /^Next: / }).click();
    }
    await page.waitForURL(`/learn/${course}/who-says-what`);
    await passOpenQuiz(page, 'who-says-what');
    await page.goto(`/learn/${course}/article-module-quiz`);
    await expect(page.getByText('As many as you like; the best counts')).toBeVisible();
    await passOpenQuiz(page, 'article-module-quiz');
  });

  await test.step('the dashboard says what is done and what is missing', async () => {
    await page.goto('/learn');
    await expect(page.getByText('6 of 49 lessons complete')).toBeVisible();
    await page.goto(`/learn/${course}`);
    await expect(page.getByText('6 of 6 lessons · 100 %')).toBeVisible();
    await expect(page.getByText('0 of 5 lessons · 0 %')).toHaveCount(5);
    await expect(page.getByText('0 of 6 lessons · 0 %')).toHaveCount(3);
    await page.goto(`/learn/${course}/hash`);
    const begun = await lessonWithKeys('hash');
    const block = begun.content.blocks.find((candidate) => candidate.question);
    const hashKey = block && begun.keys[block.id];
    if (!block?.question || !hashKey) throw new Error('the lesson on hashes has questions');
    await give(
      page,
      block.id,
      hashKey,
      hashKey.correct,
      block.question.options.map((option) => option.id),
    );
    await expect(page.locator(`[id="${block.id}"] form`).getByText('✓ Right.')).toBeVisible();
    await page.goto(`/learn/${course}`);
    await page.getByText(/What is missing: \d+ steps/).click();
    const missing = begun.content.blocks.at(-1)?.label ?? '';
    await expect(page.getByRole('link', { name: missing, exact: true })).toBeVisible();
  });

  await test.step('a lesson names what it builds on, with what was done of it', async () => {
    const before = page.locator('.lesson-before');
    await page.goto(`/learn/${course}/words-that-move`);
    await expect(before.getByText('✓ complete')).toHaveCount(2);
    await page.goto(`/learn/${course}/hash-chain`);
    await expect(before.getByRole('listitem')).toHaveText(/hash functions begun$/);
    await before.getByRole('link').click();
    await page.waitForURL(`/learn/${course}/hash`);
    await expect(before).toHaveCount(0);
  });

  await test.step('every receipt is there, once', async () => {
    await page.goto(`/learn/${course}/record`);
    await expect(page.getByText('Answered right').first()).toBeVisible();
    // A page shows a hundred, the newest first; the wrong answer was the first thing done.
    const wrong = page.getByText('Answered, not yet right');
    const older = page.getByRole('link', { name: 'Older receipts' });
    let counted = await wrong.count();
    while (await older.isVisible()) {
      const from = page.url();
      await older.click();
      await page.waitForURL((url) => url.href !== from);
      await expect(page.getByText('Read', { exact: true }).or(wrong).first()).toBeVisible();
      counted += await wrong.count();
    }
    expect(counted).toBe(1);
  });
});

test('a double click, a second tab and a replay count once', async ({ page }) => {
  await asNewLearner(page, { enrolled: false });
  await page.goto(`/courses/${course}`);
  await page.getByRole('button', { name: /enroll/i }).dblclick();
  await page.waitForURL(`/learn/${course}`);
  const { content } = await lessonWithKeys('signatures');
  const readable = content.blocks.filter((block) => block.completesBy === 'viewed').map((block) => block.id);
  const send = () =>
    page.evaluate(
      async ([url, blocks]) => {
        const answer = await fetch(url as string, {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/json' },
          body: JSON.stringify({ blocks }),
        });
        return (await answer.json()).done.length as number;
      },
      [`/api/learn/${course}/signatures/views`, readable] as const,
    );
  const answers = await Promise.all([send(), send(), send()]);
  expect(answers).toEqual([readable.length, readable.length, readable.length]);
  await page.goto(`/learn/${course}/record`);
  await expect(page.getByRole('main').locator('ol > li')).toHaveCount(readable.length);
});

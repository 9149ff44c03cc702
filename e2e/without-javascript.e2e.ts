import { fillPlainly, lessonWithKeys } from './answers';
import { course, expect, inOwnContext, newPerson, signInByForm, test } from './fixtures';

test('without JavaScript one signs in, enrolls, reads, answers and completes', async ({ context }) => {
  test.setTimeout(120_000);
  const who = await newPerson();
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await signInByForm(page, who);
  await page.goto(`/courses/${course}`);
  await page.getByRole('button', { name: /enroll/i }).click();
  await expect(page).toHaveURL(`/learn/${course}`);
  await page.getByRole('link', { name: /Begin/ }).click();

  const { content, keys } = await lessonWithKeys('study-session');
  const questions = content.blocks.filter((block) => block.question);
  for (const [index, block] of questions.entries()) {
    const key = keys[block.id];
    const form = page.locator(`[id="${block.id}"] form`);
    if (!key || !block.question) throw new Error('a question has a key');
    if (index === 0 && key.kind === 'single') {
      const wrong = block.question.options.find((option) => !key.correct.includes(option.id))?.id;
      await form.locator(`[id="${block.id}-${wrong}"]`).check();
      await form.getByRole('button').click();
      await expect(form.getByText('✗ Not yet.')).toBeVisible();
      await expect(form.locator('.option-said')).toHaveCount(1);
    }
    await fillPlainly(form, block.id, key, key.correct);
    await form.getByRole('button', { name: /^Check/ }).click();
    await expect(form.getByText('✓ Right.')).toBeVisible();
  }
  await page.getByRole('button', { name: /Complete the lesson|Mark everything as read/ }).click();
  await expect(page.getByRole('heading', { name: 'Lesson complete' })).toBeVisible();
  await page.getByRole('link', { name: /^Next: / }).click();
  await expect(page).toHaveURL(`/learn/${course}/text-chain`);

  const missing = await page.goto(`/learn/${course}/no-such-lesson`);
  expect(missing?.status()).toBe(404);
  await expect(page.getByRole('heading', { name: 'Not found' })).toBeVisible();

  await page.getByRole('button', { name: 'Switch between light and dark' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', /light|dark/);
  await page.context().close();
});

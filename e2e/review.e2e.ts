import type { Page } from '@playwright/test';
import { fill, fillPlainly, give, lessonWithKeys } from './answers';
import {
  asNewLearner,
  course,
  enroll,
  expect,
  expectAccessible,
  inOwnContext,
  newPerson,
  signIn,
  test,
} from './fixtures';

// The daily review: a question that was missed and a word that was chosen come back, and the review ends.
test.describe.configure({ timeout: 180_000 });

const lesson = `/learn/${course}/study-session`;

/** The first question of the lesson with one right option, with its key. */
async function question() {
  const { content, keys } = await lessonWithKeys('study-session');
  const block = content.blocks.find(({ question: asked }) => asked?.kind === 'single');
  const key = block && keys[block.id];
  if (!block?.question || !key) throw new Error('the lesson asks no question of this kind');
  const shown = block.question.options.map(({ id }) => id);
  const wrong = shown.find((id) => !key.correct.includes(id)) ?? '';
  const words = (html: string) =>
    html
      .replace(/<[^>]+>/g, '')
      .trim()
      .slice(0, 40);
  return { id: block.id, key, shown, wrong, said: Object.values(key.feedback).map(words) };
}

/** Misses the question in the lesson. */
async function miss(page: Page): Promise<void> {
  const { id, key, shown, wrong } = await question();
  await page.goto(lesson);
  await give(page, id, key, [wrong], shown);
  await expect(page.locator(`[id="${id}"]`).getByText(/Not yet/)).toBeVisible();
}

test('on a phone: missed in a lesson, it comes back, is answered, and the review is done', async ({
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await asNewLearner(page);
  await page.goto('/learn/review');
  await expect(page.getByRole('heading', { name: 'A few minutes a day, if you like' })).toBeVisible();
  await expectAccessible(page);
  await miss(page);
  await page.goto('/learn');
  await page.getByRole('link', { name: 'Daily review' }).click();
  await expect(page.getByText('1 card waits for you')).toBeVisible();
  await page.getByRole('button', { name: 'Turn the review on' }).click();
  await expect(page.getByRole('heading', { name: '1 card today' })).toBeVisible();
  await expect(page.getByText('About 1 min')).toBeVisible();
  await expectAccessible(page);
  await page.goto('/learn');
  await expect(page.getByRole('link', { name: 'Daily review: 1 card, about 1 min' })).toBeVisible();
  await page.goto('/learn/review');
  await page.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByRole('heading', { name: 'Card 1 of 1' })).toBeVisible();

  const { id, key, shown, said } = await question();
  const html = await (await page.request.get(page.url())).text();
  const flight = await (await page.request.get(page.url(), { headers: { rsc: '1' } })).text();
  for (const words of said)
    expect([html.includes(words), flight.includes(words)], words).toEqual([false, false]);
  await expectAccessible(page);
  // What is no answer is said, and nothing is recorded.
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.question-problem')).toBeVisible();
  await page.locator(`[id="${id}-${key.correct[0]}"]`).check();
  expect(shown).toContain(key.correct[0]);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { name: '✓ Right.' })).toBeVisible();
  await expect(page.getByText(/It comes back in \d+ days\./)).toBeVisible();
  await expectAccessible(page);
  // Left in the middle and opened again, it is as it was.
  await page.reload();
  await page.getByRole('button', { name: 'It was hard' }).click();
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  await expect(page.getByText(/You reviewed 1 card\./)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Pause the review' }).click();
  await expect(page.getByRole('heading', { name: 'The review is paused' })).toBeVisible();
});

test('a word that is chosen in a lesson comes, is thought about and rated; and can be stopped', async ({
  page,
  context,
}) => {
  await asNewLearner(page);
  await page.goto(lesson);
  const choose = page.getByRole('button', { name: /^Review this term/ }).first();
  const name = (await choose.textContent())?.replace('Review this term', '').trim() ?? '';
  await choose.click();
  await expect(page.getByText('It comes in your daily review.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: `Stop reviewing ${name}` })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/learn/review');
  await page.getByRole('button', { name: 'Start the review' }).press('Enter');
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
  const { content } = await lessonWithKeys('study-session');
  const meaning = content.terms.find(({ term }) => term === name)?.definition ?? 'no such term';
  expect(await (await page.request.get(page.url())).text()).not.toContain(meaning.slice(0, 30));
  const card = page.url();
  await page.getByRole('link', { name: 'Show what it means' }).press('Enter');
  await expect(page.getByText(meaning)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'I knew it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();

  // Nobody else finds the card.
  const other = await inOwnContext(context);
  await asNewLearner(other);
  expect((await other.request.get(card)).status()).toBe(404);
  await other.context().close();

  await page.goto(lesson);
  await page.getByRole('button', { name: `Stop reviewing ${name}` }).click();
  await expect(page.getByText('It does not come any more.')).toBeVisible();
  await page.goto('/learn/review');
  await expect(page.getByRole('heading', { name: 'Taken out' })).toBeVisible();
  await page.getByRole('button', { name: `Review again ${name}` }).click();
  await expect(page.getByRole('heading', { name: 'Taken out' })).toBeHidden();
});

test('without JavaScript a review is turned on, taken and paused by plain forms', async ({ context }) => {
  const who = await newPerson();
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(page, who);
  await enroll(page);
  await page.goto(lesson);
  const { id, key, wrong } = await question();
  const block = page.locator(`[id="${id}"]`);
  await fillPlainly(block, id, key, [wrong]);
  await block.getByRole('button', { name: 'Check' }).click();
  await page
    .getByRole('button', { name: /^Review this term/ })
    .first()
    .click();
  await expect(page.getByRole('button', { name: /^Stop reviewing/ })).toHaveCount(1);

  await page.goto('/learn/review');
  await expect(page.getByRole('heading', { name: '2 cards today' })).toBeVisible();
  await page.getByLabel('Cards a day, at most').selectOption('10');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Cards a day, at most')).toHaveValue('10');
  await page.getByRole('button', { name: 'Start the review' }).click();
  for (let card = 1; card <= 2; card += 1) {
    await expect(page.getByRole('heading', { name: `Card ${card} of 2` })).toBeVisible();
    if (await page.getByRole('link', { name: 'Show what it means' }).isVisible()) {
      await page.getByRole('link', { name: 'Show what it means' }).click();
      await page.getByRole('button', { name: 'Not yet' }).click();
    } else {
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(page.locator('.question-problem')).toBeVisible();
      await fillPlainly(page.locator('.question'), id, key, [wrong]);
      await page.getByRole('button', { name: 'Check' }).click();
      await expect(page.getByText('It comes back tomorrow.')).toBeVisible();
      await page.getByRole('link', { name: /Next card|Finish/ }).click();
    }
  }
  await expect(page.getByRole('heading', { name: 'Done for today' })).toBeVisible();
  await page.getByRole('button', { name: 'Pause the review' }).click();
  await expect(page.getByRole('heading', { name: 'The review is paused' })).toBeVisible();
  await page.context().close();
});

test('every kind of answer can be given in a review: an order that is moved with the buttons', async ({
  page,
}) => {
  await asNewLearner(page);
  const found = await orderingQuestion();
  await page.goto(`/learn/${course}/${found.lesson}`);
  await give(page, found.id, found.key, [...found.key.correct].reverse(), found.shown);
  await expect(page.locator(`[id="${found.id}"]`).getByText(/Not yet/)).toBeVisible();
  await page.goto('/learn/review');
  await page.getByRole('button', { name: 'Turn the review on' }).click();
  await page.getByRole('button', { name: 'Start the review' }).click();
  await expect(page.getByRole('heading', { name: 'Card 1 of 1' })).toBeVisible();
  await fill(page, found.id, found.key, found.key.correct, found.shown);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { name: '✓ Right.' })).toBeVisible();
});

/** A question of the course that asks for an order, in a lesson that is open from the beginning. */
async function orderingQuestion() {
  const { courseWithKeys } = await import('./answers');
  for (const { content, keys } of (await courseWithKeys()).lessons) {
    const block = content.blocks.find(({ question: asked }) => asked?.kind === 'ordering');
    const key = block && keys[block.id];
    if (block?.question && key && !content.quiz)
      return { lesson: content.id, id: block.id, key, shown: block.question.options.map(({ id }) => id) };
  }
  throw new Error('no ordering in the course');
}

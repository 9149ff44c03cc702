import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { compileCourse } from '@/features/authoring/compile/course';
import { questionKinds } from '@/kinds/questions/registry';
import { samples } from '@/kinds/questions/samples';
import type { AnswerKeys, CompiledBlock } from '@/rules/editions/edition';
import { courseFiles, courseOf } from '@/test/course-folder';
import { fillPlainly, give } from './answers';
import { demo, enroll, expect, expectAccessible, inOwnContext, newPerson, signIn, test } from './fixtures';
import { importCourse, publishCourse } from './staff';

// A question of every kind in one lesson: answered wrongly and rightly, on a phone and without a script.
test.describe.configure({ mode: 'serial', timeout: 240_000 });

const lesson = 'modules/1-first/1-one.md';
const ofKinds = Object.entries(samples).map(([kind, { markdown }]) =>
  markdown
    .replace('{#q', `{#q-${kind} objective="1"`)
    // The small course has no media; a figure that the platform draws serves as well.
    .replace('src="assets/still.png" alt="A block"', 'figure="hash-chain"'),
);
const files = { ...courseFiles, [lesson]: `${courseFiles[lesson]}\n${ofKinds.join('\n\n')}\n` };
const course = `kinds-${randomUUID().slice(0, 8)}`;
type Asked = CompiledBlock & { question: NonNullable<CompiledBlock['question']> };

let asked: Asked[] = [];
let keys: AnswerKeys = {};
let learner: { email: string; password: string };
let without: { email: string; password: string };

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000);
  const { course: compiled, problems } = await compileCourse(courseOf(files));
  expect(problems).toEqual([]);
  const [one] = compiled?.lessons ?? [];
  asked = (one?.content.blocks ?? []).filter((block): block is Asked => block.question !== null);
  keys = one?.keys ?? {};
  const own = { browser: () => browser };
  const owner = await inOwnContext(own);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, files);
  await publishCourse(owner, course);
  [learner, without] = [await newPerson(), await newPerson()];
  await owner.context().close();
});

const formOf = (page: Page, block: Asked): Locator => page.locator(`[id="${block.id}"] form`);
const wrongFor = (block: Asked) => samples[block.question.kind]?.wrong[0];
const shown = (block: Asked) => block.question.options.map(({ id }) => id);
const isWritten = (block: Asked) => questionKinds.get(block.question.kind)?.byHand !== undefined;

/** A text that is too short, then one that is long enough: the rubric is told, and nothing is called right. */
async function write(form: Locator): Promise<void> {
  for (const [text, said] of [
    ['Bytes.', 'Your answer is kept'],
    ['It shows that bytes are the same.', '✓ Handed in.'],
  ] as const) {
    await form.getByLabel('Your answer', { exact: true }).fill(text);
    await form.getByRole('button', { name: /^Hand in/ }).click();
    await expect(form).toContainText(said);
  }
  await expect(form).toContainText('CANARY_all');
}

test('on a phone every kind is answered wrongly, explained and answered rightly', async ({
  page,
  complaints,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn(page, learner);
  await enroll(page, course);
  await page.goto(`/learn/${course}/one`);
  for (const block of asked) {
    const key = keys[block.id];
    const form = formOf(page, block);
    const wrong = wrongFor(block);
    if (!key) throw new Error(`no key of ${block.id}`);
    await form.scrollIntoViewIfNeeded();
    if (isWritten(block)) {
      await write(form);
      continue;
    }
    if (wrong) {
      await give(page, block.id, key, wrong, shown(block));
      await expect(form.getByText(/^✗ Not yet/), block.id).toBeVisible();
      await expect(form.getByText('CANARY_right'), block.id).toHaveCount(0);
    }
    await give(page, block.id, key, key.correct, shown(block));
    await expect(form.getByText('✓ Right.', { exact: true }).last(), block.id).toBeVisible();
  }
  const [width, view] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(width).toBeLessThanOrEqual(view ?? 0);
  await expectAccessible(page);
  await page.reload();
  for (const block of asked)
    await expect(formOf(page, block), block.id).toContainText(isWritten(block) ? '✓ Handed in.' : '✓ Right.');
  expect(complaints).toEqual([]);
});

test('without JavaScript every kind is answered by its plain form', async ({ context }) => {
  const page = await inOwnContext(context, { javaScriptEnabled: false });
  await signIn(page, without);
  await enroll(page, course);
  await page.goto(`/learn/${course}/one`);
  await expectNothingTold(page);
  for (const block of asked) {
    const key = keys[block.id];
    const form = formOf(page, block);
    const wrong = wrongFor(block);
    if (!key) throw new Error(`no key of ${block.id}`);
    if (isWritten(block)) {
      await write(form);
      continue;
    }
    for (const answer of [wrong ?? key.correct, key.correct]) {
      await fillPlainly(form, block.id, key, answer);
      await form.getByRole('button', { name: /^Check/ }).click();
      await expect(form, block.id).toContainText(answer === key.correct ? '✓ Right.' : '✗ Not yet');
    }
  }
  await page.context().close();
});

/** Neither feedback nor key is in the page before an answer is given, nor in its data. */
async function expectNothingTold(page: Page): Promise<void> {
  const body = await (await page.request.get(page.url())).text();
  expect(body).toContain('q-annotation');
  expect(body).not.toContain('CANARY');
}

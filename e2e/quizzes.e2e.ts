import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { compileCourse } from '@/features/authoring/compile/course';
import { questionKinds } from '@/kinds/questions/registry';
import { samples } from '@/kinds/questions/samples';
import type { AnswerKeys, CompiledBlock } from '@/rules/editions/edition';
import { courseFiles, courseOf } from '@/test/course-folder';
import { fill } from './answers';
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

// A quiz of every kind of question that is marked at once: taken twice, refused to others, with more time agreed for one.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

type Who = { email: string; password: string };
type Asked = CompiledBlock & { question: NonNullable<CompiledBlock['question']> };

const quizFile = 'modules/1-first/2-quiz.md';
const hints = '::hint[HINT-one.]\n::hint[HINT-two.]{cost="10"}';
const quizText = `---
id: the-quiz
title: The quiz of the module
summary: It asks everything.
objectives:
  - Explain it.
verified: "2026-01-01"
quiz:
  mode: graded
  minutes: 45
  attempts: 2
  pass: 80
---

Read the rules before you start.

${Object.entries(samples)
  .filter(([kind]) => !questionKinds.get(kind)?.byHand)
  .map(([kind, { markdown }]) =>
    (kind === 'single' ? markdown.replace(/\n:::\s*$/, `\n\n${hints}\n:::`) : markdown)
      .replace('{#q', `{#q-${kind} objective="1"`)
      .replace('src="assets/still.png" alt="A block"', 'figure="hash-chain"'),
  )
  .join('\n\n')}
`;
const files = { ...courseFiles, [quizFile]: quizText };
const course = `quiz-${randomUUID().slice(0, 8)}`;
const home = `/learn/${course}/the-quiz`;

let asked: Asked[] = [];
let keys: AnswerKeys = {};
let learner: Who;
let other: Who;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  const { course: compiled, problems } = await compileCourse(courseOf(files));
  expect(problems).toEqual([]);
  const quiz = compiled?.lessons.find(({ content }) => content.id === 'the-quiz');
  asked = (quiz?.content.blocks ?? []).filter((block): block is Asked => block.question !== null);
  keys = quiz?.keys ?? {};
  const own = { browser: () => browser };
  const [admin, owner, somebody] = await Promise.all([1, 2, 3].map(() => inOwnContext(own)));
  if (!admin || !owner || !somebody) throw new Error('no page');
  await signIn(admin, demo.admin);
  await signIn(owner, demo.instructor);
  await importCourse(owner, course, files);
  await publishCourse(owner, course);
  learner = await registerAndConfirm(somebody, admin);
  other = await registerAndConfirm(somebody, admin);
  for (const page of [admin, owner, somebody]) await page.context().close();
});

const shown = (block: Asked) => block.question.options.map(({ id }) => id);

/** Answers one question of an attempt, rightly or wrongly, without handing anything in. */
async function answer(page: Page, block: Asked, right: boolean): Promise<void> {
  const key = keys[block.id];
  const wrong = samples[block.question.kind]?.wrong.at(-1);
  if (!key || !wrong) throw new Error(`no answer to ${block.id}`);
  await fill(page, block.id, key, right ? key.correct : wrong, shown(block));
}

const body = async (page: Page) => (await page.request.get(page.url())).text();

test('an attempt that is not passed shows marks alone; with the last one why is shown, the best counts, and the module goes on', async ({
  page,
  complaints,
}) => {
  await signIn(page, learner);
  await enroll(page, course);
  await page.goto(home);
  await expect(page.getByText('2 attempts; the best counts')).toBeVisible();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(`${home}/attempts/1`);
  for (const [index, block] of asked.slice(0, 2).entries()) await answer(page, block, index === 0);
  await expect(page.getByText(`2 of ${asked.length} answered`)).toBeVisible();
  await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByRole('heading', { name: /%, not passed/ })).toBeVisible();
  // Which were right, and nothing more while an attempt is left.
  await expect(page.getByText('✓ Right')).toHaveCount(1);
  expect(await body(page)).not.toContain('CANARY');

  await page.goto(home);
  await expect(page.getByText('1 attempt is left.')).toBeVisible();
  await page.getByRole('button', { name: 'Start attempt 2' }).click();
  await page.waitForURL(`${home}/attempts/2`);
  for (const block of asked) await answer(page, block, true);
  await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByRole('heading', { name: '100 %, passed' })).toBeVisible();
  await page.goto(`${home}/attempts/1`);
  await expect(page.getByText('A right answer').first()).toBeVisible();
  expect(await body(page)).toContain('CANARY');
  await expectAccessible(page);
  await page.goto(home);
  await expect(page.getByRole('heading', { name: 'Quiz complete' })).toBeVisible();
  await expect(page.getByText('You have taken all the attempts that this quiz allows.')).toBeVisible();
  await expect(page.getByText('100 %, passed · counts')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('another person finds no attempt, and marks nothing', async ({ page }) => {
  await signIn(page, other);
  const origin = new URL(page.url()).origin;
  const refusedAt = async (path: string) => expect((await page.request.get(path)).status(), path).toBe(404);
  await refusedAt(home);
  await refusedAt(`${home}/attempts/1`);
  await enroll(page, course);
  for (const number of ['1', '0', '-1', '1.5', 'x']) await refusedAt(`${home}/attempts/${number}`);
  await refusedAt(`/learn/${course}/one/attempts/1`);
  const post = (what: string, data: object) =>
    page.request.post(`/api/learn/${course}/the-quiz/${what}`, {
      headers: { origin, accept: 'application/json' },
      data,
    });
  const saved = await post('save', { attempt: 1, block: 'q-single', answer: ['c'], revision: 1 });
  expect(saved.status()).toBe(404);
  const hinted = await post('attempt-hint', { attempt: 1, block: 'q-single', hint: 1 });
  expect(hinted.status()).toBe(404);
  // The door of check questions marks none of a quiz.
  const marked = await post('answer', { block: 'q-single', answer: ['c'], key: randomUUID() });
  expect(marked.status()).toBe(422);
  expect(await marked.text()).not.toContain('CANARY');
});

test('more time and another attempt are agreed with a learner, hold at once, and are taken back', async ({
  page,
  context,
}) => {
  const owner = await inOwnContext(context);
  await signIn(owner, demo.instructor);
  await owner.goto(`/teach/${course}/roster?search=${encodeURIComponent(other.email)}`);
  await owner.getByRole('link', { name: 'Lin Learner' }).first().click();
  await owner.waitForURL(/\/roster\/[0-9a-f-]{36}/);
  await owner.getByRole('link', { name: 'Agree on more time, attempts or days' }).click();
  await owner.getByLabel('Time, in percent of the usual').fill('ten');
  await owner.getByRole('textbox', { name: 'Reason' }).fill('A certificate was shown.');
  await owner.getByRole('button', { name: 'Agree on it' }).click();
  await expect(owner.getByText('Write a number.').first()).toBeVisible();
  await expect(owner.getByRole('textbox', { name: 'Reason' })).toHaveValue('A certificate was shown.');
  await owner.getByLabel('Time, in percent of the usual').fill('150');
  await owner.getByLabel('More attempts').fill('1');
  await owner.getByRole('button', { name: 'Agree on it' }).click();
  const agreed = owner.getByRole('region', { name: 'Agreed for quizzes' });
  await expect(agreed).toContainText('Every quiz: 150 % of the time, 1 more attempt');
  await expectAccessible(owner);

  await signIn(page, other);
  await page.goto(home);
  await expect(page.getByText('68 minutes instead of 45, 3 attempts instead of 2')).toBeVisible();
  await expect(page.getByText('1 h 8 min, from the moment you start')).toBeVisible();
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(`${home}/attempts/1`);
  await expect(page.getByRole('timer')).toContainText(/1:0[78]:\d\d left/);
  await expect(page.locator('body')).not.toContainText('A certificate was shown');

  await owner.getByRole('button', { name: 'Take back' }).click();
  await expect(agreed).toContainText('Nothing: the rules of every quiz hold as they are.');
  await page.reload();
  await expect(page.getByRole('timer')).toContainText(/4[45]:\d\d left/);
  await owner.context().close();
});

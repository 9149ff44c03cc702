import type { Locator, Page } from '@playwright/test';
import { userByEmail } from '@/db/queries/users';
import { type CompiledCourse, compileCourse } from '@/features/authoring/compile/course';
import { readCourseFolder } from '@/features/authoring/course-folder';
import { solutions } from '@/kinds/labs/solutions';
import { questionKinds } from '@/kinds/questions/registry';
import type { AnswerKey } from '@/rules/editions/edition';
import { labSeed } from '@/server/labs';
import { address } from './address';
import { course, expect } from './fixtures';
import { siteDatabase } from './people';

let compiled: Promise<CompiledCourse> | undefined;

/** The bundled course with its keys, compiled from the same files as the site's. */
export function courseWithKeys(): Promise<CompiledCourse> {
  compiled ??= readCourseFolder(`content/${course}`)
    .then(compileCourse)
    .then((result) => {
      if (!result.course) throw new Error('the bundled course has mistakes');
      return result.course;
    });
  return compiled;
}

export async function lessonWithKeys(lessonId: string) {
  const found = (await courseWithKeys()).lessons.find(({ content }) => content.id === lessonId);
  if (!found) throw new Error(`no lesson ${lessonId}`);
  return found;
}

/** Puts the items of an ordering into the wanted order with the buttons, as a person would. */
async function putInOrder(page: Page, blockId: string, wanted: string[], shown: string[]): Promise<void> {
  const order = [...shown];
  for (const [place, id] of wanted.entries()) {
    for (let at = order.indexOf(id); at > place; at -= 1) {
      await page
        .locator(`[id="${blockId}"] .option`)
        .nth(at)
        .getByRole('button', { name: /^Move up/ })
        .click();
      order.splice(at - 1, 0, ...order.splice(at, 1));
    }
  }
}

/** Types or chooses what belongs into each field of an answer, in their order. */
async function fillIn(block: Locator, answer: string[]): Promise<void> {
  for (const [index, entry] of answer.entries()) {
    const field = block.locator('[name="option"]').nth(index);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(entry);
    else await field.fill(entry);
  }
}

/** Marks the spans of a passage, and says of each what it is, with the pointer. */
async function markSpans(block: Locator, answer: string[], size: number): Promise<void> {
  for (const remove of await block.getByRole('button', { name: /^Remove/ }).all()) await remove.click();
  for (let at = 0; at < answer.length; at += size) {
    const [from = '', to = '', ...labels] = answer.slice(at, at + size);
    for (const word of [from, to]) await block.locator('.span-word').nth(Number(word)).click();
    const row = block.locator('.span-row').nth(at / size);
    for (const [index, label] of labels.entries())
      await row.getByRole('combobox').nth(index).selectOption(label);
  }
}

/** Gives an answer in the form its question asks. */
export async function fill(
  page: Page,
  blockId: string,
  key: AnswerKey,
  answer: string[],
  shown: string[],
): Promise<void> {
  const block = page.locator(`[id="${blockId}"]`);
  const form = questionKinds.get(key.kind)?.answerForm;
  const option = (id: string) => block.locator(`[id="${blockId}-${id}"]`);
  if (form === 'order') await putInOrder(page, blockId, answer, shown);
  else if (form === 'one' || form === 'areas') await option(answer[0] ?? '').check();
  else if (form === 'many') for (const id of shown) await option(id).setChecked(answer.includes(id));
  else if (form === 'spans')
    await markSpans(block, answer, 2 + ((key.more?.labels as unknown[] | undefined)?.length ?? 0));
  else await fillIn(block, answer);
}

/** Gives an answer and has it checked. */
export async function give(
  page: Page,
  blockId: string,
  key: AnswerKey,
  answer: string[],
  shown: string[],
): Promise<void> {
  await fill(page, blockId, key, answer, shown);
  await page
    .locator(`[id="${blockId}"]`)
    .getByRole('button', { name: /^Check/ })
    .click();
}

/** Gives an answer with the plain fields of a page without a script. */
export async function fillPlainly(
  block: Locator,
  blockId: string,
  key: AnswerKey,
  answer: string[],
): Promise<void> {
  const form = questionKinds.get(key.kind)?.answerForm;
  if (form === 'order') {
    for (const [place, id] of answer.entries())
      await block.locator(`select[name="place-${id}"]`).selectOption(String(place + 1));
  } else if (form === 'one' || form === 'many' || form === 'areas') {
    for (const id of Object.keys(key.feedback)) {
      const input = block.locator(`[id="${blockId}-${id}"]`);
      if (answer.includes(id)) await input.check();
      else if (form === 'many') await input.uncheck();
    }
  } else await fillIn(block, answer);
}

/** Answers every question of the open lesson rightly. */
export async function answerAll(page: Page, lessonId: string): Promise<void> {
  const { content, keys } = await lessonWithKeys(lessonId);
  for (const block of content.blocks) {
    const key = keys[block.id];
    if (!key || !block.question) continue;
    const form = page.locator(`[id="${block.id}"] form`);
    const right = form.locator('.question-verdict').getByText('✓ Right.');
    if (await right.isVisible()) continue;
    await give(
      page,
      block.id,
      key,
      key.correct,
      block.question.options.map((option) => option.id),
    );
    await expect(right).toBeVisible();
  }
}

/** Hands in a right solution of each lab of a lesson, past its form: journeys of their own solve labs in the page. */
async function solveLabs(page: Page, lessonId: string, email: string): Promise<void> {
  const { content } = await lessonWithKeys(lessonId);
  for (const { id, lab } of content.blocks) {
    if (!lab) continue;
    const learner = await userByEmail(siteDatabase(), email);
    const seed = labSeed({ learnerId: learner?.id ?? '', lab: lab.name, version: lab.version, attempt: 1 });
    const values = solutions[`${lab.name} ${lab.version}`]?.solve(seed);
    const answer = await page.request.post(`/api/learn/${course}/${lessonId}/lab`, {
      headers: { origin: address, accept: 'application/json' },
      data: { block: id, attempt: 1, key: crypto.randomUUID(), values },
    });
    expect(await answer.json()).toMatchObject({ verdict: { outcome: 'pass' } });
    await page.reload();
  }
}

/** Reads and answers the open lesson to its end, as the learner with this address. */
export async function completeOpenLesson(page: Page, lessonId: string, email: string): Promise<void> {
  await solveLabs(page, lessonId, email);
  await answerAll(page, lessonId);
  const finish = page.getByRole('button', { name: /Complete the lesson|Mark everything as read/ });
  if (await finish.isVisible()) await finish.click();
  await expect(page.getByRole('heading', { name: 'Lesson complete' })).toBeVisible();
}

/** Takes the open quiz, with every answer right, and hands it in. */
export async function passOpenQuiz(page: Page, lessonId: string): Promise<void> {
  const { content, keys } = await lessonWithKeys(lessonId);
  await page.getByRole('button', { name: 'Start the quiz' }).click();
  await page.waitForURL(`/learn/${course}/${lessonId}/attempts/1`);
  await expect(
    page.getByText(
      `0 of ${content.quiz?.draw ?? content.blocks.filter((block) => block.question).length} answered`,
    ),
  ).toBeVisible();
  for (const { id, question } of content.blocks) {
    const key = keys[id];
    if (!question || !key || !(await page.locator(`[id="${id}"]`).count())) continue;
    const shown = question.options.map((option) => option.id);
    await fill(page, id, key, key.correct, shown);
  }
  await expect(page.getByText('All saved')).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Hand in the attempt' }).click();
  await expect(page.getByRole('heading', { name: '100 %, passed' })).toBeVisible();
}

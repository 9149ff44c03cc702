import type { Page } from '@playwright/test';
import { type CompiledCourse, compileCourse } from '@/features/authoring/compile/course';
import { readCourseFolder } from '@/features/authoring/course-folder';
import type { AnswerKey } from '@/rules/editions/edition';
import { course, expect } from './fixtures';

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

/** Gives an answer and has it checked. */
export async function give(
  page: Page,
  blockId: string,
  key: AnswerKey,
  answer: string[],
  shown: string[],
): Promise<void> {
  const block = page.locator(`[id="${blockId}"]`);
  if (key.kind === 'ordering') await putInOrder(page, blockId, answer, shown);
  else if (key.kind === 'single') await block.locator(`[id="${blockId}-${answer[0]}"]`).check();
  else for (const id of shown) await block.locator(`[id="${blockId}-${id}"]`).setChecked(answer.includes(id));
  await block.getByRole('button', { name: /^Check/ }).click();
}

/** Answers every question of the open lesson rightly. */
export async function answerAll(page: Page, lessonId: string): Promise<void> {
  const { content, keys } = await lessonWithKeys(lessonId);
  for (const block of content.blocks) {
    const key = keys[block.id];
    if (!key || !block.question) continue;
    const form = page.locator(`[id="${block.id}"] form`);
    if (await form.getByText('✓ Right.').isVisible()) continue;
    await give(
      page,
      block.id,
      key,
      key.correct,
      block.question.options.map((option) => option.id),
    );
    await expect(form.getByText('✓ Right.')).toBeVisible();
  }
}

/** Reads and answers the open lesson to its end. */
export async function completeOpenLesson(page: Page, lessonId: string): Promise<void> {
  await answerAll(page, lessonId);
  const finish = page.getByRole('button', { name: /Complete the lesson|Mark everything as read/ });
  if (await finish.isVisible()) await finish.click();
  await expect(page.getByRole('heading', { name: 'Lesson complete' })).toBeVisible();
}

import type { Page } from '@playwright/test';
import type { Insert, InsertField } from '@/kinds/insert';
import { blockInserts } from '@/kinds/inserts';
import { expect } from './fixtures';

/** The forms of the editor that write a question, one for each kind. */
export const questionForms: readonly Insert[] = blockInserts.filter(({ menu }) => menu === 'Questions');

/** What is true, which the key of the first question calls wrong. */
export const truth = 'That the bytes are the same';

/** What is typed where the field has no example of its own, by the form and the field. */
const typed: Record<string, Record<string, string>> = {
  'question-single': {
    prompt: 'What does a matching hash show?',
    right1: 'That its author is honest',
    wrong1: truth,
    wrong2: 'That nobody else has the file',
    hint1: 'HINT-one.',
    hint2: 'HINT-two.',
    hintCost2: '10',
  },
  'question-multiple': {
    prompt: 'What goes into the hash of a block?',
    right1: 'Its records',
    right2: 'The hash of the block before',
    wrong1: 'The name of its author',
    wrong2: 'Its own hash',
  },
  'question-hotspot': {
    prompt: 'Where is the nonce?',
    right1: 'The number in the middle',
    wrong1: 'The line above',
    wrong2: 'The line below',
  },
  'question-true-false': {
    right1: 'It shows only that nothing was changed',
    wrong1: 'Its digest is unique',
    wrong3: 'Digests are secret',
  },
  'question-written': { model: 'CANARY: it shows bytes, and no honesty.', least: '3' },
};

/** What a field is given; null where it stays as it is. What learners read only afterwards has CANARY in it. */
function wordsFor({ name }: Insert, field: InsertField): string | null {
  const own = typed[name]?.[field.name];
  if (own !== undefined) return own;
  if (field.kind === 'objective') return '1';
  if (field.kind === 'asset') return 'assets/block.png';
  if (field.initial !== undefined) return null;
  if (/^(why|idea|not|right)\d?$/.test(field.name))
    return belongs(name, field) ? `CANARY of ${field.name}` : null;
  return field.optional ? null : (field.example ?? null);
}

/** Feedback of an option that is left out is left out. */
const belongs = (form: string, { name, optional }: InsertField): boolean =>
  !optional ||
  typed[form]?.[name.replace(/^(why|right)/, 'right').replace(/^(idea|not)/, 'wrong')] !== undefined;

/** Inserts a question of a kind into the open lesson, as its writer does. */
export async function insertQuestion(page: Page, insert: Insert): Promise<void> {
  await page.getByRole('button', { name: /^Insert/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(insert.label, { exact: true }).click();
  for (const field of insert.fields) {
    const value = wordsFor(insert, field);
    if (value === null) continue;
    const input = dialog.locator(`[name="${field.name}"]`);
    if (field.kind === 'choice' || field.kind === 'objective' || field.kind === 'asset')
      await input.selectOption(value);
    else await input.fill(value);
  }
  await dialog.getByRole('button', { name: 'Insert', exact: true }).click();
  await expect(dialog).toBeHidden();
}

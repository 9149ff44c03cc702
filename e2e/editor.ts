import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** The text field of the editor, once its script runs. */
export const editorText = (page: Page) => page.locator('.cm-content');

/** The line that says how safe the text is, as it is shown. */
export const stateLine = (page: Page) => page.locator('.ed-state > p:not([role])').first();

/** Replaces the whole text in the editor, as somebody who pastes, and waits until it is saved. */
export async function writeLesson(page: Page, text: string): Promise<void> {
  await expect(editorText(page)).toBeVisible();
  await editorText(page).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
  await expect(stateLine(page)).not.toHaveText(/Saved \d/);
  await expect(stateLine(page)).toHaveText(/Saved \d/);
}

import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/** The text field of the editor, once its script runs. */
export const editorText = (page: Page) => page.locator('.cm-content');

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
  await expect(page.getByText(/Saving|Not saved/)).toHaveCount(0);
  await expect(page.locator('.ed-state').getByText(/Saved \d/)).toBeVisible();
}

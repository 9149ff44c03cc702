import type { KeyboardEvent } from 'react';

/**
 * The keys of a form with a rubric: in a criterion the digits choose a level and go on to the next; Ctrl with Enter
 * presses the button that goes on.
 */
export function rubricKeys(event: KeyboardEvent<HTMLFormElement>, pending: boolean): void {
  const form = event.currentTarget;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    if (!pending) form.requestSubmit(form.querySelector<HTMLButtonElement>('button[value="next"]'));
    return;
  }
  const criterion = (event.target as Element).closest('fieldset');
  if (!criterion || !/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
  const level = criterion.querySelectorAll<HTMLInputElement>('input')[Number(event.key) - 1];
  if (!level) return;
  event.preventDefault();
  level.click();
  const after = criterion.nextElementSibling?.querySelector<HTMLElement>('input:checked, input, textarea');
  (after ?? level).focus();
}

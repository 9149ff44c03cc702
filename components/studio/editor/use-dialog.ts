'use client';

import { type RefObject, useEffect, useRef } from 'react';

const fields = 'input:not([type=hidden]), select, textarea';

/** Puts the focus into the first field of something, if there is one. */
export const focusFirst = (element: HTMLElement | null): void =>
  element?.querySelector<HTMLElement>(fields)?.focus();

/** Opens and closes the browser's own dialog, which holds the focus and gives it back. */
export function useDialog(open: boolean): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      // By itself the browser would choose the button that closes it.
      focusFirst(element);
    }
    if (!open && element.open) element.close();
    // At every turn: Escape closes it by itself, and there may be something more to ask.
  });
  return dialog;
}

'use client';

import { type FormEvent, type RefObject, useLayoutEffect, useRef } from 'react';

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const isChoice = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);

/** What tells a field from the others when it has been made anew: its name, and which choice of it. */
const keyOf = (control: Control): string =>
  isChoice(control) ? `${control.name}=${control.value}` : control.name;

/** Where the cursor is; null in fields that do not say. */
const cursorIn = (control: Control): number | null =>
  control instanceof HTMLSelectElement ? null : control.selectionEnd;

function placeCursor(control: Control, at: number | null): void {
  control.focus();
  if (at !== null && !(control instanceof HTMLSelectElement)) control.setSelectionRange(at, at);
}

/**
 * Keeps what somebody types while a form is on its way. When the answer comes, the fields are made anew
 * with what was sent; what was typed since then goes back into them, with the cursor where it was.
 * @param state The answer: another one is there when it is another object.
 */
export function useTypedMeanwhile(form: RefObject<HTMLFormElement | null>, pending: boolean, state: object) {
  const typed = useRef(new Map<string, string | boolean>());
  const cursor = useRef<{ key: string; at: number | null } | null>(null);
  const answered = useRef(state);

  useLayoutEffect(() => {
    if (answered.current === state) return;
    answered.current = state;
    for (const element of form.current?.elements ?? []) {
      const control = element as Control;
      const kept = control.name ? typed.current.get(keyOf(control)) : undefined;
      if (kept === undefined) continue;
      if (typeof kept === 'string') control.value = kept;
      else if (isChoice(control)) control.checked = kept;
      if (cursor.current?.key === keyOf(control)) placeCursor(control, cursor.current.at);
    }
    typed.current.clear();
  }, [form, state]);

  return {
    onInput({ target }: FormEvent): void {
      const control = target as Control;
      // A file that was chosen cannot be put back by a script.
      if (!pending || !control.name || control.type === 'file') return;
      typed.current.set(keyOf(control), isChoice(control) ? control.checked : control.value);
      cursor.current = { key: keyOf(control), at: cursorIn(control) };
    },
    /** Whether somebody was typing when the answer came: then the focus stays with them. Asked once. */
    wasTyping(): boolean {
      const was = cursor.current !== null;
      cursor.current = null;
      return was;
    },
  };
}

'use client';

import { type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { OutlineSaid } from './said';
import { useDrag } from './use-drag';
import { useScripted } from './use-scripted';

type Props = {
  course: string;
  action: (last: OutlineSaid | null, form: FormData) => Promise<OutlineSaid | null>;
  /** What was said by a page that was led here, without a script or after choosing a place. */
  arrived: OutlineSaid | null;
  /** The row for which a place is being chosen. */
  choosing: string | null;
  children: ReactNode;
};

/** Whether an element can take the focus: it is there, it is shown, and it is not disabled. */
const usable = (element: HTMLButtonElement | null): element is HTMLButtonElement =>
  element !== null && !element.disabled && element.checkVisibility();

/** Goes on where one was: at the button that was pressed, else at its row. */
function focusOn({ item, deletion }: OutlineSaid, pressed: string): void {
  const undo = deletion === null ? null : document.querySelector<HTMLElement>('[data-undo]');
  if (undo) {
    undo.focus({ preventScroll: true });
    return;
  }
  const row = item === null ? null : document.getElementById(`row-${item}`);
  const button = row?.querySelector<HTMLButtonElement>(`button[value="${CSS.escape(pressed)}"]`) ?? null;
  (usable(button) ? button : row)?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}

/**
 * Around the outline: the one form of all its buttons, the sentence that says what became of the last
 * change, and moving with the pointer. Without a script the form alone does all of it.
 */
export function OutlineDesk({ course, action, arrived, choosing, children }: Props) {
  const [answer, submit, pending] = useActionState(action, null);
  const [closed, setClosed] = useState(0);
  const scripted = useScripted();
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef('');
  const said = (arrived?.at ?? 0) > (answer?.at ?? 0) ? arrived : answer;
  const press = (value: string) => {
    pressed.current = value;
    for (const sheet of document.querySelectorAll<HTMLElement>('.toc-acts:popover-open')) sheet.hidePopover();
  };
  const { line, handlers } = useDrag(({ kind, id }, to) => {
    if (!form.current) return;
    const data = new FormData(form.current);
    data.set('do', `${kind}-to:${id}`);
    data.set('to', to);
    data.delete('panel');
    press('');
    startTransition(() => submit(data));
  });
  useEffect(() => {
    if (said) focusOn(said, pressed.current);
  }, [said]);
  useEffect(() => {
    if (choosing) document.getElementById('to')?.focus();
  }, [choosing]);

  const shown = said !== null && said.at !== closed;
  return (
    <>
      <form
        ref={form}
        id="outline-form"
        action={submit}
        onSubmit={({ nativeEvent }) => {
          const by = (nativeEvent as SubmitEvent).submitter;
          press(by instanceof HTMLButtonElement ? by.value : '');
        }}
      >
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="script" value={scripted} />
      </form>
      <div className="toc" data-scripted={scripted} aria-busy={pending} {...handlers}>
        {children}
        {line && <div className="toc-drop" style={line} />}
      </div>
      <div id="said" role="status" className="toc-said" data-shown={shown}>
        {shown && (
          <>
            <p>{said.message}</p>
            {said.deletion && (
              <button
                type="submit"
                form="outline-form"
                name="do"
                value={`undo:${said.deletion}`}
                data-undo
                className={buttonClass('quiet')}
              >
                Undo
              </button>
            )}
            {scripted && (
              <button type="button" className={buttonClass('quiet')} onClick={() => setClosed(said.at)}>
                Close
              </button>
            )}
          </>
        )}
      </div>
    </>
  );
}

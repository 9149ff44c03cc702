'use client';

import { useEffect, useState } from 'react';
import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import type { Insert } from '@/kinds/insert';
import { freshId, idsIn } from '@/rules/authoring/fresh-id';
import type { FormState } from '@/rules/form-state';
import { InsertForm } from './insert-form';
import { InsertMenu } from './insert-menu';
import { NewEntry } from './new-entry';
import type { Surface } from './surface';
import { standsAlone } from './text-inserts';
import { focusFirst, useDialog } from './use-dialog';

export type EntryAction = (state: FormState, form: FormData) => Promise<FormState>;

type Props = {
  open: boolean;
  onClose: () => void;
  data: EditorFile;
  surface: () => Surface;
  addTerm: EntryAction;
  addSource: EntryAction;
};

type Step =
  | { at: 'menu' }
  | { at: 'form'; insert: Insert; values: Record<string, string> }
  | { at: 'entry'; of: 'term' | 'source'; field: string; insert: Insert; values: Record<string, string> };

/** Chooses what to insert, asks for its words, and writes it where the cursor is. */
export function InsertDialog({ open, onClose, data, surface, addTerm, addSource }: Props) {
  const dialog = useDialog(open);
  const [step, setStep] = useState<Step>({ at: 'menu' });
  // Each step begins in its first field.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the step changes
  useEffect(() => focusFirst(dialog.current), [step.at, dialog]);
  const close = () => {
    setStep({ at: 'menu' });
    onClose();
  };

  const choose = (insert: Insert) => {
    const selected = surface().selected().trim();
    const values = insert.fields.flatMap(({ name, fromSelection, initial }) => {
      const value = fromSelection && selected !== '' ? selected : initial;
      return value === undefined ? [] : [[name, value]];
    });
    setStep({ at: 'form', insert, values: Object.fromEntries(values) });
  };

  const write = (insert: Insert, values: Record<string, string>) => {
    const target = surface();
    const words = insert.idFrom ? (values[insert.idFrom] ?? '') : '';
    const markdown = insert.markdown(values, freshId(words, idsIn(target.text()), insert.name));
    const asBlock = standsAlone(insert, markdown);
    close();
    // The dialog gives the focus back first; then the editor takes it.
    requestAnimationFrame(() =>
      target.insert(asBlock ? markdown.trim() : markdown, {
        asBlock,
        replace: insert.fields.some(({ fromSelection }) => fromSelection),
      }),
    );
  };

  return (
    <dialog ref={dialog} className="ed-dialog" aria-labelledby="ed-dialog-title" onClose={close}>
      {open && step.at === 'menu' && (
        <InsertMenu questionsOnly={data.file.isSet} onChoose={choose} onClose={close} />
      )}
      {open && step.at === 'form' && (
        <InsertForm
          insert={step.insert}
          values={step.values}
          data={data}
          text={() => surface().text()}
          onBack={() => setStep({ at: 'menu' })}
          onNew={(of, field, values) => setStep({ at: 'entry', of, field, insert: step.insert, values })}
          onInsert={(values) => write(step.insert, values)}
        />
      )}
      {open && step.at === 'entry' && (
        <NewEntry
          of={step.of}
          course={data.course}
          action={step.of === 'term' ? addTerm : addSource}
          onBack={() => setStep({ at: 'form', insert: step.insert, values: step.values })}
          onDone={(id) =>
            setStep({ at: 'form', insert: step.insert, values: { ...step.values, [step.field]: id } })
          }
        />
      )}
    </dialog>
  );
}

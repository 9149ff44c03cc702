'use client';

import { type FormEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EditorFile } from '@/features/authoring/editor/get-draft-file';
import { entriesOf, given, type Insert, type InsertField, type InsertValues } from '@/kinds/insert';
import { DialogHead } from './dialog-head';
import { InsertFieldInput } from './insert-field';

/** Why a field cannot be as it is; null when it can. */
function fieldProblem(field: InsertField, values: InsertValues): string | null {
  const { name, kind, optional, atLeast = 1, atMost = Number.POSITIVE_INFINITY } = field;
  if (given(values, name) === '')
    return optional
      ? null
      : kind === 'text' || kind === 'long'
        ? 'Write something here.'
        : 'Choose or write one.';
  const lines = entriesOf(values, name).length;
  if (kind !== 'lines' || (lines >= atLeast && lines <= atMost)) return null;
  if (lines > atMost) return `At most ${atMost} lines.`;
  return `At least ${atLeast === 1 ? 'one line' : `${atLeast} lines`}.`;
}

/** Fields under the name of their group, in the order in which they are declared. */
function grouped(fields: readonly InsertField[]): { group: string | null; fields: InsertField[] }[] {
  const groups: { group: string | null; fields: InsertField[] }[] = [];
  for (const field of fields) {
    const group = field.group ?? null;
    const last = groups.at(-1);
    if (last && last.group === group) last.fields.push(field);
    else groups.push({ group, fields: [field] });
  }
  return groups;
}

type Props = {
  insert: Insert;
  values: InsertValues;
  data: EditorFile;
  text: () => string;
  onBack: () => void;
  /** Somebody wants a source or glossary entry that is not there yet. */
  onNew: (of: 'term' | 'source', field: string, values: Record<string, string>) => void;
  onInsert: (values: Record<string, string>) => void;
};

/** The words of what is inserted. */
export function InsertForm({ insert, values, data, text, onBack, onNew, onInsert }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<Record<string, string>>({});
  const typed = () =>
    Object.fromEntries(
      [...new FormData(form.current ?? undefined)].map(([name, value]) => [name, String(value)]),
    );

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const now = typed();
    const found = insert.fields.flatMap((field) => {
      const problem = fieldProblem(field, now);
      return problem ? [[field.name, problem] as const] : [];
    });
    setProblems(Object.fromEntries(found));
    const [first] = found;
    if (first) form.current?.querySelector<HTMLElement>(`[name="${first[0]}"]`)?.focus();
    else onInsert(now);
  };

  return (
    <form ref={form} onSubmit={submit} noValidate>
      <DialogHead title={insert.label} about={insert.about} onBack={onBack} />
      <div className="ed-fields">
        {grouped(insert.fields).map(({ group, fields }, index) => {
          const inputs = fields.map((field) => (
            <InsertFieldInput
              key={field.name}
              field={field}
              value={values[field.name] ?? ''}
              problem={problems[field.name] ?? null}
              data={data}
              text={text}
              onNew={(of) => onNew(of, field.name, typed())}
            />
          ));
          if (group === null) return inputs;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: groups stand in their order
            <fieldset key={index} className="ed-group">
              <legend>{group}</legend>
              {inputs}
            </fieldset>
          );
        })}
      </div>
      <Button>Insert</Button>
    </form>
  );
}

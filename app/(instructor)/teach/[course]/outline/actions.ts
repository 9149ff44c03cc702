'use server';

import { refresh } from 'next/cache';
import { RedirectType, redirect } from 'next/navigation';
import type { OutlineSaid } from '@/components/studio/outline/said';
import { addLesson } from '@/features/authoring/outline/add-lesson';
import { addModule } from '@/features/authoring/outline/add-module';
import { deleteLesson } from '@/features/authoring/outline/delete-lesson';
import { deleteModule } from '@/features/authoring/outline/delete-module';
import { duplicateLesson } from '@/features/authoring/outline/duplicate-lesson';
import { duplicateModule } from '@/features/authoring/outline/duplicate-module';
import { moveLesson } from '@/features/authoring/outline/move-lesson';
import { moveModule } from '@/features/authoring/outline/move-module';
import type { PlacedRow } from '@/features/authoring/outline/placed-row';
import { undoDeletion } from '@/features/authoring/outline/undo-deletion';
import { doneInWords, type OutlineDeed } from '@/rules/authoring/outline-words';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

type Row = PlacedRow & { deletion?: string };
type Asked = { row: { course: string; item: string }; to: string };
type Act = { deed: OutlineDeed; run: (asked: Asked) => Promise<{ state: FormState; output: Row | null }> };

const none = () => new FormData();
const moved = (run: Act['run']): Act => ({ deed: 'moved', run });
const duplicated = (run: Act['run']): Act => ({ deed: 'duplicated', run });
const deleted = (run: Act['run']): Act => ({ deed: 'deleted', run });

/** What the buttons of a row can ask for, by the first half of their value. */
const acts: Record<string, Act> = {
  'lesson-up': moved(({ row }) => submit(moveLesson, none(), { ...row, to: 'up' })),
  'lesson-down': moved(({ row }) => submit(moveLesson, none(), { ...row, to: 'down' })),
  'lesson-to': moved(({ row, to }) => submit(moveLesson, none(), { ...row, to })),
  'lesson-copy': duplicated(({ row }) => submit(duplicateLesson, none(), row)),
  'lesson-delete': deleted(({ row }) => submit(deleteLesson, none(), row)),
  'module-up': moved(({ row }) => submit(moveModule, none(), { ...row, to: 'up' })),
  'module-down': moved(({ row }) => submit(moveModule, none(), { ...row, to: 'down' })),
  'module-to': moved(({ row, to }) => submit(moveModule, none(), { ...row, to })),
  'module-copy': duplicated(({ row }) => submit(duplicateModule, none(), row)),
  'module-delete': deleted(({ row }) => submit(deleteModule, none(), row)),
  undo: {
    deed: 'restored',
    run: ({ row }) => submit(undoDeletion, none(), { course: row.course, deletion: row.item }),
  },
};

const outlineAddress = (course: string, said: Record<string, string>, row: string | null) =>
  `/teach/${encodeURIComponent(course)}/outline?${new URLSearchParams(said)}#${row ? `row-${row}` : 'said'}`;

/**
 * Does what a button of the outline asks for. A page with a script shows itself anew and stays where it is;
 * without one, or when a place was chosen on a page for that, the outline is opened at the row.
 */
export async function changeOutline(_last: OutlineSaid | null, form: FormData): Promise<OutlineSaid | null> {
  const field = (name: string) => String(form.get(name) ?? '');
  const [name = '', item = ''] = field('do').split(':');
  const course = field('course');
  const act = Object.hasOwn(acts, name) ? acts[name] : undefined;
  if (!act) return null;
  const { state, output } = await act.run({ row: { course, item }, to: field('to') });
  const at = Date.now();
  const deletion = output?.deletion ?? null;
  const row = output && !deletion ? output.item : null;
  if (field('script') && !field('panel')) {
    refresh();
    const message = output ? doneInWords(act.deed, output) : (state.message ?? 'That is not possible.');
    return { message, item: row, deletion, at };
  }
  const done = output && { did: act.deed, ...(deletion ? { deletion } : { item: output.item }) };
  const said: Record<string, string> = done ?? { why: state.code ?? 'row-gone' };
  redirect(outlineAddress(course, { ...said, at: String(at) }, row), RedirectType.replace);
}

async function added(
  form: FormData,
  run: (form: FormData) => Promise<{ state: FormState; output: Row | null }>,
): Promise<FormState> {
  const scripted = form.get('script');
  form.delete('script');
  const { state, output } = await run(form);
  if (!output) return state;
  if (!scripted) {
    const said = { did: 'added', item: output.item, at: String(Date.now()) };
    redirect(outlineAddress(String(form.get('course')), said, output.item));
  }
  refresh();
  return { status: 'done', message: doneInWords('added', output) };
}

export async function addLessonAction(_state: FormState, form: FormData): Promise<FormState> {
  return added(form, (fields) => submit(addLesson, fields));
}

export async function addModuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return added(form, (fields) => submit(addModule, fields));
}

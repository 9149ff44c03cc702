'use server';

import { saveLessonDetails } from '@/features/authoring/outline/save-lesson-details';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';
import { takeOver, told } from '../../../outline/told';

/** A field that a form may send several times; as one text its parts stand between spaces. */
const several = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => String(value).split(/[\s,]+/));

/** The lines of what a quiz draws, taken out of the form: `quizDraws.0.from` and so on. */
function drawLines(form: FormData): Record<string, string>[] {
  const lines: Record<string, string>[] = [];
  for (const [name, value] of [...form]) {
    const [, at, field] = /^quizDraws\.(\d{1,2})\.(from|tags|count)$/.exec(name) ?? [];
    if (at === undefined || field === undefined) continue;
    lines[Number(at)] = { ...lines[Number(at)], [field]: String(value) };
    form.delete(name);
  }
  return Array.from(lines, (line) => ({ from: '', tags: '', count: '', ...line }));
}

export async function saveLessonDetailsAction(_state: FormState, form: FormData): Promise<FormState> {
  const version = takeOver(form);
  const lists = {
    directives: several(form, 'directives'),
    prerequisites: several(form, 'prerequisites'),
  };
  for (const [name, list] of Object.entries(lists)) form.set(name, list.join(' '));
  const typed = keptValues(form);
  const quizDraws = drawLines(form);
  const state = told(
    await submit(saveLessonDetails, form, { ...version, ...lists, quizDraws }),
    form,
    'lesson',
  );
  return state.values ? { ...state, values: { ...typed, ...state.values } } : state;
}

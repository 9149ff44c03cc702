'use server';

import { saveLessonDetails } from '@/features/authoring/outline/save-lesson-details';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';
import { takeOver, told } from '../../../outline/told';

/** A field that a form may send several times; as one text its parts stand between spaces. */
const several = (form: FormData, name: string): string[] =>
  form.getAll(name).flatMap((value) => String(value).split(/[\s,]+/));

/** Lines of a form, taken out of it: `quizDraws.0.from` and so on. A field that is not there is empty. */
function linesOf(form: FormData, list: string, fields: readonly string[]): Record<string, string>[] {
  const lines: Record<string, string>[] = [];
  for (const [name, value] of [...form]) {
    const [, of, at, field = ''] = /^(\w+)\.(\d{1,2})\.(\w+)$/.exec(name) ?? [];
    if (of !== list || !fields.includes(field)) continue;
    lines[Number(at)] = { ...lines[Number(at)], [field]: String(value) };
    form.delete(name);
  }
  const empty = Object.fromEntries(fields.map((field) => [field, '']));
  return Array.from(lines, (line) => ({ ...empty, ...line }));
}

export async function saveLessonDetailsAction(_state: FormState, form: FormData): Promise<FormState> {
  const version = takeOver(form);
  const lists = {
    directives: several(form, 'directives'),
    prerequisites: several(form, 'prerequisites'),
    preparation: several(form, 'preparation'),
  };
  for (const [name, list] of Object.entries(lists)) form.set(name, list.join(' '));
  const typed = keptValues(form);
  const quizDraws = linesOf(form, 'quizDraws', ['from', 'tags', 'count']);
  const workRubric = linesOf(form, 'workRubric', ['id', 'title', 'levels']);
  const state = told(
    await submit(saveLessonDetails, form, { ...version, ...lists, quizDraws, workRubric }),
    form,
    'lesson',
  );
  return state.values ? { ...state, values: { ...typed, ...state.values } } : state;
}

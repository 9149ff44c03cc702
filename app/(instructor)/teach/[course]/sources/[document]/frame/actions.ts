'use server';

import { redirect } from 'next/navigation';
import { frameLesson } from '@/features/authoring/sources/frame-lesson';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

export async function frameLessonAction(_state: FormState, form: FormData): Promise<FormState> {
  const text = (name: string) => String(form.get(name) ?? '');
  const passages = form.getAll('passages').map(String);
  const named = {
    course: text('course'),
    document: text('document'),
    module: text('module'),
    title: text('title'),
  };
  const { state, output } = await submit(frameLesson, new FormData(), { ...named, passages });
  if (output) redirect(`/teach/${named.course}/lessons/${output.fileId}`);
  return { ...state, values: { ...keptValues(form), passages: passages.join(' ') } };
}

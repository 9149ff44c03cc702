'use server';

import { redirect } from 'next/navigation';
import { claimWork } from '@/features/learning/work/claim-work';
import { finishGrading } from '@/features/learning/work/finish-grading';
import { keepGrading } from '@/features/learning/work/keep-grading';
import { nameModerator } from '@/features/learning/work/name-moderator';
import { putBackWork } from '@/features/learning/work/put-back-work';
import { releaseWork } from '@/features/learning/work/release-work';
import type { FormState } from '@/rules/form-state';
import { keptValues, submit } from '@/server/call';

const queue = (form: FormData): string => `/teach/${String(form.get('course'))}/work`;

/** The fields of a form, some of them only. */
function only(form: FormData, names: readonly string[]): FormData {
  const part = new FormData();
  for (const name of names) if (form.has(name)) part.set(name, String(form.get(name)));
  return part;
}

/** Leads to the next work that is to be graded, or back to the queue when there is none. */
async function toNext(form: FormData): Promise<never> {
  const { output } = await submit(claimWork, only(form, ['course']));
  redirect(output?.submission ? `${queue(form)}/${output.submission}` : `${queue(form)}?did=nothing-left`);
}

/** Takes the next, or one that is named. */
export async function claimWorkAction(_state: FormState, form: FormData): Promise<FormState> {
  if (!form.has('submission')) return toNext(form);
  const { state, output } = await submit(claimWork, only(form, ['course', 'submission']));
  if (!output) return state;
  redirect(output.submission ? `${queue(form)}/${output.submission}` : `${queue(form)}?did=taken`);
}

/** Does with a grading what its button says: keeps it, puts it back, or finishes it and goes on. */
export async function gradeAction(_state: FormState, form: FormData): Promise<FormState> {
  const then = form.get('then');
  if (then === 'back') {
    await submit(putBackWork, only(form, ['course', 'submission']));
    redirect(`${queue(form)}?did=put-back`);
  }
  const levels = [...form].filter(([name, value]) => name.startsWith('level-') && value !== '');
  const scores = Object.fromEntries(levels.map(([name, value]) => [name.slice('level-'.length), value]));
  const fields = only(form, ['course', 'submission', 'comment']);
  const { state, output } =
    then === 'keep'
      ? await submit(keepGrading, fields, { scores })
      : await submit(finishGrading, fields, { scores });
  if (!output) return { ...state, values: keptValues(form) };
  if (then === 'keep') return { status: 'done', message: 'It is saved, and still yours.' };
  if (then === 'next') return toNext(form);
  redirect(`${queue(form)}?did=${'stands' in output ? output.stands : 'graded'}`);
}

export async function releaseWorkAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(releaseWork, form);
  if (!output) return state;
  redirect(`${queue(form)}?state=graded&did=released`);
}

export async function nameModeratorAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(nameModerator, form);
  if (output === undefined || output === null) return state;
  redirect(`${queue(form)}/agreement`);
}

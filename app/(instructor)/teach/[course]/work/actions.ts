'use server';

import { redirect } from 'next/navigation';
import { answerDispute } from '@/features/learning/peers/answer-dispute';
import { claimWork } from '@/features/learning/work/claim-work';
import { finishGrading } from '@/features/learning/work/finish-grading';
import { keepGrading } from '@/features/learning/work/keep-grading';
import { nameModerator } from '@/features/learning/work/name-moderator';
import { putBackWork } from '@/features/learning/work/put-back-work';
import { releaseWork } from '@/features/learning/work/release-work';
import { reopenGrading } from '@/features/learning/work/reopen-grading';
import type { FormState } from '@/rules/form-state';
import { keptValues, partOf, siteAddress, submit } from '@/server/call';

const queue = (form: FormData): string => `/teach/${String(form.get('course'))}/work`;

/** Leads to the next work that is to be graded, or back to the queue when there is none. */
async function toNext(form: FormData): Promise<never> {
  const { output } = await submit(claimWork, partOf(form, ['course']));
  redirect(output?.submission ? `${queue(form)}/${output.submission}` : `${queue(form)}?did=nothing-left`);
}

/** Takes the next, or one that is named. */
export async function claimWorkAction(_state: FormState, form: FormData): Promise<FormState> {
  if (!form.has('submission')) return toNext(form);
  const { state, output } = await submit(claimWork, partOf(form, ['course', 'submission']));
  if (!output) return state;
  redirect(output.submission ? `${queue(form)}/${output.submission}` : `${queue(form)}?did=taken`);
}

/** Does with a grading what its button says: keeps it, puts it back, or finishes it and goes on. */
export async function gradeAction(_state: FormState, form: FormData): Promise<FormState> {
  const then = form.get('then');
  if (then === 'back') {
    await submit(putBackWork, partOf(form, ['course', 'submission']));
    redirect(`${queue(form)}?did=put-back`);
  }
  const levels = [...form].filter(([name, value]) => name.startsWith('level-') && value !== '');
  const scores = Object.fromEntries(levels.map(([name, value]) => [name.slice('level-'.length), value]));
  const fields = partOf(form, ['course', 'submission', 'comment']);
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

/** Opens a finished grading again, and stays at it. */
export async function reopenGradingAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(reopenGrading, form, { address: siteAddress() });
  if (!output) return { ...state, values: keptValues(form) };
  redirect(`${queue(form)}/${String(form.get('submission'))}`);
}

export async function answerDisputeAction(_state: FormState, form: FormData): Promise<FormState> {
  // There may be several on a page, each with a field of its own.
  const field = `answer-${String(form.get('review'))}`;
  const { state, output } = await submit(answerDispute, partOf(form, ['course', 'review']), {
    answer: String(form.get(field) ?? ''),
  });
  // An address of its own: one that differs from where somebody is by `#peers` alone would show nothing new.
  if (output) redirect(`${queue(form)}/${output.submission}?answered=${String(form.get('review'))}#peers`);
  const { answer, ...others } = state.fields ?? {};
  const fields = answer ? { ...others, [field]: answer } : others;
  return { ...state, fields, values: keptValues(form) };
}

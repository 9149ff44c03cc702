'use server';

import { redirect } from 'next/navigation';
import { askReview } from '@/features/learning/peers/ask-review';
import { disputeReview } from '@/features/learning/peers/dispute-review';
import { giveReview } from '@/features/learning/peers/give-review';
import { markReview } from '@/features/learning/peers/mark-review';
import { scoreSample } from '@/features/learning/peers/score-sample';
import type { FormState } from '@/rules/form-state';
import { keptValues, partOf, submit } from '@/server/call';

const room = (form: FormData): string =>
  `/learn/${String(form.get('course'))}/${String(form.get('lesson'))}/review`;

/** The fields whose names begin so, without that beginning; what was not chosen is not there. */
const those = (form: FormData, begin: string): Record<string, string> =>
  Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith(begin) && value !== '' ? [[name.slice(begin.length), String(value)]] : [],
    ),
  );

export async function askReviewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(askReview, form);
  if (!output) return state;
  redirect(output.given ? room(form) : `${room(form)}?none=1`);
}

export async function scoreSampleAction(_state: FormState, form: FormData): Promise<FormState> {
  const scores = those(form, 'level-');
  const { state } = await submit(scoreSample, partOf(form, ['course', 'lesson', 'sample']), { scores });
  if (state.status !== 'done') return { ...state, values: keptValues(form) };
  redirect(room(form));
}

export async function giveReviewAction(_state: FormState, form: FormData): Promise<FormState> {
  const given = {
    deed: form.has('keep') ? 'keep' : 'give',
    scores: those(form, 'level-'),
    comments: those(form, 'comment-'),
  };
  const { state, output } = await submit(giveReview, partOf(form, ['course', 'lesson', 'review']), given);
  if (!output?.given) return { ...state, values: keptValues(form) };
  redirect(room(form));
}

const reviewed = (form: FormData): string =>
  `/learn/${String(form.get('course'))}/${String(form.get('lesson'))}/work/${String(form.get('number'))}`;

export async function markReviewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(markReview, partOf(form, ['course', 'lesson', 'review', 'helpful']));
  if (state.status !== 'done') return state;
  redirect(`${reviewed(form)}?helpful=${String(form.get('helpful'))}#peer-reviews`);
}

export async function disputeReviewAction(_state: FormState, form: FormData): Promise<FormState> {
  const { state } = await submit(disputeReview, partOf(form, ['course', 'lesson', 'review', 'dispute']));
  if (state.status !== 'done') return { ...state, values: keptValues(form) };
  redirect(`${reviewed(form)}?asked=${String(form.get('review'))}#peer-reviews`);
}

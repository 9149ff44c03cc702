'use server';

import { redirect } from 'next/navigation';
import { answerFromForm } from '@/app/api/learn/answer-from-form';
import { answerCard } from '@/features/learning/review/answer-card';
import { beginReview } from '@/features/learning/review/begin-review';
import { rateCard } from '@/features/learning/review/rate-card';
import { setCardAside } from '@/features/learning/review/set-card-aside';
import { setReview } from '@/features/learning/review/set-review';
import type { FormState } from '@/rules/form-state';
import { submit } from '@/server/call';

const home = '/learn/review';
const addressOf = (card: string | null): string => (card ? `${home}/${card}` : home);

/** Turns the review on or off, or sets how much of it comes in a day. */
export async function setReviewAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(setReview, form);
  if (output === null) return state;
  redirect(home);
}

export async function beginReviewAction(_last: FormState, form: FormData): Promise<FormState> {
  const { state, output } = await submit(beginReview, form);
  if (!output) return state;
  redirect(addressOf(output.next));
}

/** What was answered comes back with whatever stood in the way. */
export async function answerCardAction(_last: FormState, form: FormData): Promise<FormState> {
  const of = new FormData();
  for (const name of ['card', 'key']) of.set(name, String(form.get(name) ?? ''));
  const answer = answerFromForm(form);
  const { state, output } = await submit(answerCard, of, { answer });
  if (!output) return { ...state, values: { answer: JSON.stringify(answer) } };
  // Another address than before: the router takes one that differs in its fragment alone for the page it has.
  redirect(`${addressOf(output.card)}?answered=yes#said`);
}

/** Without a state: whatever came of it, the page of the card shows it. */
export async function rateCardAction(form: FormData): Promise<void> {
  const { output } = await submit(rateCard, form);
  redirect(addressOf(output ? output.next : String(form.get('card'))));
}

export async function setCardAsideAction(form: FormData): Promise<void> {
  const { output } = await submit(setCardAside, form);
  redirect(form.get('how') === 'again' ? home : addressOf(output ? output.next : String(form.get('card'))));
}

'use server';

import { redirect } from 'next/navigation';
import { answerRequests } from '@/features/enrollment/requests/answer-requests';
import type { FormState } from '@/rules/form-state';
import { siteAddress, submit } from '@/server/call';

/** Answers the requests that were chosen, and leads back to the others with what was done. */
export async function answerRequestsAction(_state: FormState, form: FormData): Promise<FormState> {
  const people = form.getAll('people').filter((id) => typeof id === 'string');
  const { state, output } = await submit(answerRequests, form, { people, address: siteAddress() });
  // Whom one chose is kept as well: several fields of one name would else come back as the last of them.
  if (!output) return { ...state, values: { ...state.values, people: people.join(' ') } };
  const { slug, ...counts } = output;
  const told = Object.entries(counts).filter(([, count]) => count > 0);
  redirect(
    `/teach/${slug}/requests?${new URLSearchParams(told.map(([name, count]) => [name, String(count)]))}`,
  );
}

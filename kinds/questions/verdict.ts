import * as z from 'zod';
import type { AnswerKey } from '@/rules/editions/edition';
import { answerLimits } from '@/rules/learning/answer-forms';
import type { Answer } from '@/rules/learning/evidence';
import type { Verdict } from './kind';
import { questionKinds } from './registry';

/** An answer as it arrives, whatever the kind: what it means is judged when it is marked. */
export const answerInput = z.array(z.string().max(answerLimits.length)).max(answerLimits.entries);

/** Marks an answer with its key; null when it is not an answer to this question. */
export function verdictOn(key: AnswerKey, answer: Answer): Verdict | null {
  return questionKinds.get(key.kind)?.grade(key, answer) ?? null;
}

/** What is wanted, to somebody whose answer is none. */
export const unansweredOf = (key: AnswerKey): string =>
  questionKinds.get(key.kind)?.unanswered ?? 'Answer the question first.';

import * as z from 'zod';
import type { AnswerKey } from '@/rules/editions/edition';
import { answerLimits } from '@/rules/learning/answer-forms';
import type { Answer } from '@/rules/learning/evidence';
import { isStorable } from '@/rules/storable';
import type { ByHand, QuestionKind, Verdict } from './kind';
import { questionKinds } from './registry';

/** An answer as it arrives, whatever the kind: what it means is judged when it is marked. */
export const answerInput = z
  .array(
    z
      .string()
      .max(answerLimits.text, 'This is too long to be kept: shorten it.')
      .refine(isStorable, 'It has characters that cannot be stored.'),
  )
  .max(answerLimits.entries)
  .refine(
    (answer) =>
      answer.reduce((sum, { length }) => sum + length, 0) <= answerLimits.entries * answerLimits.length,
    'This is too long to be kept: shorten it.',
  );

/** The kind that an answer is marked by; null where it is too long to be one. */
function kindFor(key: AnswerKey, answer: Answer): QuestionKind | null {
  const kind = questionKinds.get(key.kind);
  const longest = kind?.longest ?? answerLimits.length;
  return kind && answer.every(({ length }) => length <= longest) ? kind : null;
}

/** Marks an answer with its key; null when it is not an answer to this question, or has to be marked by hand. */
export const verdictOn = (key: AnswerKey, answer: Answer): Verdict | null =>
  kindFor(key, answer)?.grade(key, answer) ?? null;

/** What an answer is marked with by hand; null where it is none, or is marked by its key. */
export const byHandOn = (key: AnswerKey, answer: Answer): ByHand | null =>
  kindFor(key, answer)?.byHand?.(key, answer) ?? null;

/** Whether the answers to a question are marked by hand. */
export const isByHand = (key: Pick<AnswerKey, 'kind'>): boolean =>
  questionKinds.get(key.kind)?.byHand !== undefined;

/** A verdict where nobody but the learner reads the answer: `byHand` is what they judge it by. */
export type Practised = Verdict & { byHand?: ByHand };

/**
 * What is said of an answer in a lesson. Of what nobody marks there is no verdict: it is `correct` when it is as long as
 * is asked for, and only then is it shown what it may be judged by.
 */
export function practised(key: AnswerKey, answer: Answer): Practised | null {
  const hand = byHandOn(key, answer);
  if (!hand) return verdictOn(key, answer);
  const correct = hand.lacks === null;
  return {
    correct,
    score: correct ? 1 : 0,
    options: [],
    overall: null,
    byHand: correct ? hand : { ...hand, rubric: [], model: null },
  };
}

/** What is wanted, to somebody whose answer is none. */
export const unansweredOf = (key: AnswerKey): string =>
  questionKinds.get(key.kind)?.unanswered ?? 'Answer the question first.';

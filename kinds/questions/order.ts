// What kinds share whose answer is an order.
import { orderScore } from '@/rules/assessment/scores';
import { shuffled } from '@/rules/assessment/shuffle';
import type { AnswerKey } from '@/rules/editions/edition';
import type { Answer } from '@/rules/learning/evidence';
import type { Verdict } from './kind';
import { optionId } from './option-id';

/** Items that are given in the right order: the options as they are shown, in another one, and the answer. */
export function asOrder(items: string[]) {
  const shown = shuffled(items);
  return {
    options: shown.map((html, index) => ({ id: optionId(index), html })),
    correct: items.map((item) => optionId(shown.indexOf(item))),
  };
}

/** Marks an order. What there is to say of an item tells its place, and is said when the order is right. */
export function gradeOrder(key: AnswerKey, answer: Answer): Verdict | null {
  if (!isPermutation(key.correct, answer)) return null;
  const rights = answer.map((id, index) => key.correct[index] === id);
  const correct = rights.every(Boolean);
  return {
    correct,
    score: orderScore(key.correct, answer),
    options: answer.map((id, index) => ({
      id,
      right: rights[index] === true,
      html: correct ? (key.feedback[id] ?? '') : '',
    })),
    overall: correct ? key.right : key.wrong,
  };
}

const isPermutation = (ids: string[], answer: Answer): boolean =>
  answer.length === ids.length &&
  new Set(answer).size === ids.length &&
  answer.every((id) => ids.includes(id));

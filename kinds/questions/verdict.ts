import type { AnswerKey } from '@/rules/editions/edition';
import type { Answer } from '@/rules/learning/evidence';
import type { Verdict } from './kind';
import { questionKinds } from './registry';

/** Marks an answer with its key; null when it is not an answer to this question. */
export function verdictOn(key: AnswerKey, answer: Answer): Verdict | null {
  return questionKinds.get(key.kind)?.grade(key, answer) ?? null;
}

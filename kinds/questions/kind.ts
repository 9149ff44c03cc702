import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import type { AnswerKey, StudentQuestion } from '@/rules/editions/edition';
import type { AnswerForm } from '@/rules/learning/answer-forms';
import type { Answer } from '@/rules/learning/evidence';

export type ParsedQuestion = { student: Omit<StudentQuestion, 'objective'>; key: AnswerKey };

/** A verdict with what to say: html per option or place that was given, and on the answer as a whole. */
export type Verdict = {
  correct: boolean;
  /** From 0 to 1; 1 exactly when the answer is correct. */
  score: number;
  options: { id: string; right: boolean; html: string }[];
  overall: string | null;
};

/**
 * A kind of question. `grade` is pure; it must refuse (null) what is not an answer to this question, and
 * `unanswered` then says what is wanted.
 */
export type QuestionKind = {
  name: string;
  answerForm: AnswerForm;
  instruction: string;
  unanswered: string;
  parse: (node: DirectiveNode, context: CompileContext) => ParsedQuestion | null;
  grade: (key: AnswerKey, answer: Answer) => Verdict | null;
};

import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import type { AnswerKey, StudentQuestion } from '@/rules/editions/edition';
import type { AnswerForm } from '@/rules/learning/answer-forms';
import type { Answer } from '@/rules/learning/evidence';
import type { Criterion } from '@/rules/work/work';

export type ParsedQuestion = { student: Omit<StudentQuestion, 'objective'>; key: AnswerKey };

/** A verdict with what to say: html per option or place that was given, and on the answer as a whole. */
export type Verdict = {
  correct: boolean;
  /** From 0 to 1; 1 exactly when the answer is correct. */
  score: number;
  options: { id: string; right: boolean; html: string }[];
  overall: string | null;
};

/** What a person judges an answer by that no key can mark. */
export type ByHand = {
  rubric: Criterion[];
  /** The model answer as html, where there is one. */
  model: string | null;
  /** What its length lacks, as a sentence; null where it is as long as is asked for. */
  lacks: string | null;
};

/**
 * A kind of question. `grade` is pure; it must refuse (null) what is not an answer to this question, and
 * `unanswered` then says what is wanted. A kind with `byHand` marks nothing by its key: that says instead what the
 * answer is judged by, in a quiz by a grader and in a lesson by its writer; null, too, for what is no answer.
 */
export type QuestionKind = {
  name: string;
  answerForm: AnswerForm;
  instruction: string;
  unanswered: string;
  parse: (node: DirectiveNode, context: CompileContext) => ParsedQuestion | null;
  grade: (key: AnswerKey, answer: Answer) => Verdict | null;
  byHand?: (key: AnswerKey, answer: Answer) => ByHand | null;
  /** How long one string of an answer may be, where it is more than usual. */
  longest?: number;
};

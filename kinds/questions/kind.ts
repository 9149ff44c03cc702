import type { CompileContext, DirectiveNode } from '@/kinds/blocks/kind';
import type { AnswerKey, StudentQuestion } from '@/rules/editions/edition';
import type { Answer } from '@/rules/learning/evidence';

export type ParsedQuestion = { student: Omit<StudentQuestion, 'objective'>; key: AnswerKey };

/** A verdict with what to say: html per option that was given, and on the answer as a whole. */
export type Verdict = {
  correct: boolean;
  options: { id: string; right: boolean; html: string }[];
  overall: string | null;
};

/** How the answer is given; the view asks this and nothing else of a kind. */
export type AnswerForm = 'one' | 'many' | 'order';

/** A kind of question. `grade` is pure; it must refuse (null) what is not an answer to this question. */
export type QuestionKind = {
  name: string;
  answerForm: AnswerForm;
  instruction: string;
  parse: (node: DirectiveNode, context: CompileContext) => ParsedQuestion | null;
  grade: (key: AnswerKey, answer: Answer) => Verdict | null;
};

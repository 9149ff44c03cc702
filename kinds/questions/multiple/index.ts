import { gradeChoice, parseChoice } from '../choice';
import type { QuestionKind } from '../kind';

/** Every right option, and no wrong one. */
export const multiple: QuestionKind = {
  name: 'multiple',
  answerForm: 'many',
  instruction: 'Choose all that apply.',
  unanswered: 'Choose at least one option first.',
  parse(node, context) {
    const parsed = parseChoice('multiple', node, context);
    const right = parsed?.key.correct.length ?? 0;
    if (parsed && (right === 0 || right === parsed.student.options.length)) {
      context.problem(node, 'kind="multiple" has at least one [x] and at least one [ ]');
    }
    return parsed;
  },
  grade(key, answer) {
    const verdict = answer.length === 0 ? null : gradeChoice(key, answer);
    if (!verdict || verdict.correct) return verdict;
    const onlyRight = verdict.options.every((option) => option.right);
    return {
      ...verdict,
      overall: onlyRight ? '<p>What you chose is right, but something is missing.</p>' : null,
    };
  },
};

import { gradeChoice, parseChoice } from '../choice';
import type { QuestionKind } from '../kind';

/** One right option among several. */
export const single: QuestionKind = {
  name: 'single',
  answerForm: 'one',
  instruction: 'Choose one.',
  unanswered: 'Choose an option first.',
  parse(node, context) {
    const parsed = parseChoice('single', node, context);
    if (parsed && parsed.key.correct.length !== 1) {
      context.problem(node, `kind="single" has exactly one [x], not ${parsed.key.correct.length}`);
    }
    return parsed;
  },
  grade: (key, answer) => (answer.length === 1 ? gradeChoice(key, answer) : null),
};

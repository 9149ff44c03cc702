import { quizRulesInWords } from '../assessment/quiz-words';
import type { CompiledLesson } from './edition';
import type { WordChange } from './edition-diff-words';

type Lesson = Pick<CompiledLesson, 'quiz' | 'draws' | 'blocks'>;

/** The rules of a quiz in words; empty where a lesson is none. */
function inWords({ quiz, draws, blocks }: Lesson): Map<string, string> {
  if (!quiz) return new Map();
  const questions = blocks.filter(({ question }) => question !== null).length;
  const groups = draws?.map(({ ids, count }) => `${count} of ${ids.length}`) ?? [];
  return new Map([
    ...quizRulesInWords(quiz, quiz.draw ?? questions, {
      due: quiz.due ?? null,
      closes: quiz.closes ?? null,
    }),
    ...(quiz.shuffle ? [['Options', 'in another order in each attempt'] as const] : []),
    ...(groups.length > 0 ? [['Drawn', groups.join('\n')] as const] : []),
  ]);
}

/** In which of its rules a quiz is another one. */
export function quizChanges(before: Lesson, after: Lesson): WordChange[] {
  const [was, is] = [inWords(before), inWords(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const change = { what: `Quiz: ${name}`, before: was.get(name) ?? '', after: is.get(name) ?? '' };
    return change.before === change.after ? [] : [change];
  });
}

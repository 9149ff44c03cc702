import type { AskedRow, FirstAnswerRow } from '@/db/queries/figures';
import { questionKinds } from '@/kinds/questions/registry';
import { isByHand } from '@/kinds/questions/verdict';
import type { AnswerKey, StudentQuestion } from '@/rules/editions/edition';
import { answerFigures, misconceptionIn } from '@/rules/learning/lesson-figures';
import type { Shown } from '@/rules/tables/small-groups';

type Asked = {
  id: string;
  question: StudentQuestion;
  key: AnswerKey;
  asked: readonly AskedRow[];
  answers: readonly FirstAnswerRow[];
};

/**
 * An option with what it means to choose it. `chosen` is null where even a hint would tell too much, and
 * of a right option that has to be chosen together with others.
 */
export type OptionFigures = {
  id: string;
  html: string;
  right: boolean;
  misconception: string | null;
  chosen: Shown | null;
};

/**
 * What was answered to a question, in every edition in which it reads the same. Wrong options are counted
 * by first answers: later ones were given with the feedback in sight.
 */
export function questionFigures({ id, question, key, asked, answers }: Asked) {
  const form = questionKinds.get(question.kind)?.answerForm;
  const own = answers.filter(({ blockId }) => blockId === id);
  const count = (rows: FirstAnswerRow[]) => rows.reduce((sum, { learners }) => sum + learners, 0);
  const isRight = (option: string) => key.correct.includes(option);
  // Where options are moved or put somewhere, it says nothing that one was among the answer.
  const options = form === 'one' || form === 'many' || form === 'areas' ? question.options : [];
  const wrong = options.filter((option) => !isRight(option.id));
  const figures = answerFigures({
    right: count(own.filter(({ correct }) => correct)),
    wrong: count(own.filter(({ correct }) => !correct)),
    again: count(own.filter(({ again }) => again)),
    tries: own.reduce((sum, { tries }) => sum + tries, 0),
    options: wrong.map((option) => count(own.filter(({ answer }) => answer.includes(option.id)))),
    single: form === 'one' || form === 'areas',
  });
  return {
    id,
    prompt: question.prompt,
    /** Nobody marks it: what counts is that it is as long as is asked for. */
    byHand: isByHand(key),
    editions: asked.filter(({ blockId }) => blockId === id).map(({ number }) => number),
    answered: figures.answered,
    right: figures.right,
    tries: figures.tries,
    options: options.map((option): OptionFigures => {
      const at = wrong.indexOf(option);
      return {
        ...option,
        right: at < 0,
        misconception: at < 0 ? null : misconceptionIn(key.feedback[option.id] ?? ''),
        chosen: at >= 0 ? (figures.options[at] ?? null) : form === 'many' ? null : figures.right,
      };
    }),
    /** What a wrong answer as a whole shows, where it is not an option that does. */
    misconception: key.wrong === null ? null : misconceptionIn(key.wrong),
  };
}

export type QuestionFigures = ReturnType<typeof questionFigures>;

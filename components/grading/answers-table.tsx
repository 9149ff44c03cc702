import type { ReactNode } from 'react';
import type { QuestionScreen } from '@/features/learning/oversight/get-question';
import { ShareBar } from './share-bar';
import { percent } from './statistic-words';

type Answer = QuestionScreen['answers'][number];
type Props = {
  answers: readonly Answer[];
  asked: number;
  /** Puts something before an answer, where answers can be ticked. */
  tick?: (answer: Answer) => ReactNode;
};

const mark = ({ score, alsoRight }: Answer): [sign: string, look: string, words: string] => {
  if (score === 1) return ['✓', 'text-good', 'right'];
  if (alsoRight) return ['✓', 'text-good', 'right by a correction'];
  return score > 0 ? ['◐', 'text-soft', `partly right, ${percent(score)}`] : ['✗', 'text-bad', 'wrong'];
};

/** What was answered to a question, the most frequent first, with how those did who answered so. */
export function AnswersTable({ answers, asked, tick }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="figure-scroll" aria-label="Answers" tabIndex={0}>
      <table className="figure-table">
        <caption className="visually-hidden">What was answered, over all attempts</caption>
        <thead>
          <tr>
            <th scope="col">Answer</th>
            <th scope="col">Given</th>
            <th scope="col">Mean result</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => {
            const [sign, look, words] = mark(answer);
            const share = asked === 0 ? 0 : answer.count / asked;
            return (
              <tr key={answer.id}>
                <th scope="row">
                  <span className="figure-option">
                    {tick?.(answer)}
                    <span aria-hidden="true" className={look}>
                      {sign}
                    </span>
                    <span className="min-w-0 wrap-anywhere">
                      {answer.words}
                      <span
                        className={words === 'right' || words === 'wrong' ? 'visually-hidden' : 'text-soft'}
                      >
                        {' '}
                        ({words})
                      </span>
                    </span>
                  </span>
                  <ShareBar share={share} tone={look === 'text-good' ? 'good' : 'bad'} />
                </th>
                <td>
                  <span className="figure-count">{answer.count.toLocaleString('en')}</span>
                  <span className="figure-aside">{percent(share)}</span>
                </td>
                <td>
                  <span className="figure-count">{percent(answer.mean)}</span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

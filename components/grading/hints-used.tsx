import type { QuestionScreen } from '@/features/learning/oversight/get-question';
import { confidenceWords } from '@/rules/assessment/confidence';
import { ShareBar } from './share-bar';

/** In how many attempts each hint was taken. */
export function HintsUsed({ hints, asked }: { hints: QuestionScreen['hints']; asked: number }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="figure-scroll" aria-label="Hints" tabIndex={0}>
      <table className="figure-table">
        <caption className="visually-hidden">
          In how many attempts each hint was taken. What answers earned is counted before hints took of it.
        </caption>
        <thead>
          <tr>
            <th scope="col">Hint</th>
            <th scope="col">Cost</th>
            <th scope="col">Taken</th>
          </tr>
        </thead>
        <tbody>
          {hints.map(({ words, cost, count }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: hints have their place and never change it
            <tr key={index}>
              <th scope="row">
                <span className="wrap-anywhere">{words}</span>
                <ShareBar share={asked === 0 ? 0 : count / asked} tone="good" />
              </th>
              <td>
                <span className="figure-count">{cost === 0 ? 'free' : `${cost} %`}</span>
              </td>
              <td>
                <span className="figure-count">{count.toLocaleString('en')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How sure answers were given, beside how many of them were right. */
export function SaidHowSure({ confidence }: { confidence: QuestionScreen['confidence'] }) {
  const sure = confidence.find((one) => one.confidence === 'sure');
  const misled = sure ? sure.answers - sure.right : 0;
  return (
    <>
      <table className="figure-table">
        <caption className="visually-hidden">How sure answers were given, and how many were right</caption>
        <thead>
          <tr>
            <th scope="col">They said</th>
            <th scope="col">Answers</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody>
          {confidence.map(({ confidence: said, answers, right }) => (
            <tr key={said}>
              <th scope="row">{confidenceWords[said]}</th>
              <td>
                <span className="figure-count">{answers.toLocaleString('en')}</span>
              </td>
              <td>
                <span className="figure-count">{right.toLocaleString('en')}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {misled > 0 && (
        <p className="mt-3">
          {misled === 1 ? 'One answer was' : `${misled.toLocaleString('en')} answers were`} sure and wrong.
          That is a misconception rather than a gap, and worth teaching.
        </p>
      )}
    </>
  );
}

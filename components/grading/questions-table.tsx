import Link from 'next/link';
import type { ListedQuestion } from '@/features/learning/oversight/get-question-statistics';
import { ShareBar } from './share-bar';
import { discriminationInWords, editionsInWords, percent, suspicionInWords } from './statistic-words';

type Props = { questions: readonly ListedQuestion[]; hrefOf: (question: ListedQuestion) => string };

/** The questions of a quiz, the suspicious and the hardest first, each leading to what was answered to it. */
export function QuestionsTable({ questions, hrefOf }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="figure-scroll" aria-label="Questions" tabIndex={0}>
      <table className="figure-table">
        <caption className="visually-hidden">Questions with how hard they are, the suspicious first</caption>
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Earned on average</th>
            <th scope="col">Tells strong from weak</th>
            <th scope="col">Left blank</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr key={`${question.id}-${question.from}`}>
              <th scope="row">
                <Link href={hrefOf(question)} prefetch={false} className="figure-name">
                  {question.text}
                </Link>
                <Notes question={question} />
              </th>
              <td>
                <span className="figure-count">{percent(question.facility)}</span>
                {question.facility !== null && <ShareBar share={question.facility} />}
              </td>
              <td>{question.asked === 0 ? '–' : discriminationInWords(question)}</td>
              <td>
                <span className="figure-count">
                  {question.blank} of {question.asked}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Notes({ question }: { question: ListedQuestion }) {
  const suspicion = suspicionInWords(question);
  return (
    <>
      {question.several && (
        <span className="figure-aside">In {editionsInWords(question.from, question.through)}</span>
      )}
      {question.corrected && <span className="figure-aside">Put right by a correction</span>}
      {suspicion && <span className="question-suspicion">{suspicion}</span>}
    </>
  );
}

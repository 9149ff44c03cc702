import { ButtonLink } from '@/components/ui/button';
import { Instant } from '@/components/ui/when';
import type { AttemptScreen } from '@/features/learning/quizzes/get-attempt';
import { hintsTookInWords } from '@/rules/assessment/hints';
import { placeInWords } from '@/rules/work/work-words';
import { CalibrationTable } from './calibration-table';
import { ReviewedQuestion } from './reviewed-question';

type Props = { screen: AttemptScreen; home: string };

/** An attempt that was handed in: the result and how it came about, and as much of the answers as may be seen. */
export function AttemptReview({ screen, home }: Props) {
  const { result, waiting, rules, standing } = screen;
  if (waiting) return <Waiting {...waiting} home={home} />;
  if (!result) return null;
  const last = standing.refusal !== null;
  return (
    <>
      <section aria-labelledby="result" className={`finish ${result.passed ? 'finish-done' : ''}`}>
        <h2 id="result">
          {result.percent} %, {result.passed ? 'passed' : 'not passed'}
        </h2>
        <p>
          {twoDecimals(result.points)} of {result.of} points
          {rules.mode === 'graded' && `, and ${rules.pass} % are needed`}. Handed in{' '}
          <Instant at={new Date(result.submittedAt)} />
          {result.byClock && ', by the clock, with what was saved by then'}.
        </p>
        {result.hints && (
          <p>
            {hintsTookInWords(result.hints.taken, result.hints.took)}
            {result.corrected && ', as it was marked at first'}.
          </p>
        )}
        {result.late && (
          <p>
            {twoDecimals(result.late.points)} points, less what being late takes: {result.late.days}{' '}
            {result.late.days === 1 ? 'day' : 'days'} at {result.late.perDay} %
            {result.late.floor > 0 && `, of which ${result.late.floor} % always stay`}.
          </p>
        )}
        {result.corrected && (
          <p>
            A question was put right after attempts were handed in.{' '}
            {result.corrected.same
              ? 'For you it changes nothing.'
              : `Before that it was ${twoDecimals(result.corrected.points)} of ${result.corrected.of} points.`}
          </p>
        )}
        {result.seen === 'marks' && rules.review === 'answers-after-last' && (
          <p>
            What was said of each answer is shown once the quiz is passed or closed, or no attempt is left.
          </p>
        )}
        {result.seen === 'score' && <p>Of this quiz the result alone is shown.</p>}
        <div className="finish-actions">
          <ButtonLink href={home}>
            {last ? 'Back to the quiz' : 'To the quiz and its next attempt'}
          </ButtonLink>
        </div>
      </section>
      {result.calibration.length > 0 && <CalibrationTable calibration={result.calibration} />}
      {result.questions.length > 0 && (
        <ol className="attempt-questions">
          {result.questions.map((question, index) => (
            <li key={question.block.id}>
              <ReviewedQuestion
                question={question}
                number={index + 1}
                of={result.questions.length}
                reader="learner"
              />
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

const twoDecimals = (points: number): number => Math.floor(points * 100) / 100;

type WaitingProps = NonNullable<AttemptScreen['waiting']> & { home: string };

function Waiting({ submittedAt, byClock, toMark, atOnce, promise, home }: WaitingProps) {
  return (
    <section aria-labelledby="result" className="finish">
      <h2 id="result">Handed in</h2>
      <p>
        Handed in <Instant at={new Date(submittedAt)} />
        {byClock && ', by the clock, with what was saved by then'}. Every answer is kept.{' '}
        {toMark > 0 &&
          `${toMark === 1 ? 'One answer waits' : `${toMark} answers wait`} for a grader, who reads what you wrote. `}
        The result is shown here once{' '}
        {toMark > 0 && atOnce
          ? 'all of it is marked'
          : toMark > 0
            ? 'all of it is marked and your school releases it'
            : 'your school releases it'}
        .
      </p>
      {promise && (
        <p>
          {placeInWords(promise.place)}, and marked by <strong>{promise.back}</strong>.
        </p>
      )}
      <div className="finish-actions">
        <ButtonLink href={home}>Back to the quiz</ButtonLink>
      </div>
    </section>
  );
}

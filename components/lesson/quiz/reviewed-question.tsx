import type { ReviewedQuestion as Reviewed } from '@/features/learning/quizzes/reviewed';
import { confidenceWords } from '@/rules/assessment/confidence';
import { correctionForLearner, correctionLabels } from '@/rules/assessment/correction-words';
import { hintsInWords } from '@/rules/assessment/hints';
import { TakenHints } from '../hints';
import { Html } from '../html';
import { Rubric } from '../work/rubric';
import { ReviewFields } from './review-fields';
import { RightAnswer } from './right-answer';

/** Of whole millionths, which a fraction of 1 is not always. */
const percent = (score: number): string => `${Math.floor(Math.round(score * 1e6) / 1e4)} %`;

const words = (score: number | null): string =>
  score === null
    ? '– Does not count: it was taken out of the quiz'
    : score === 1
      ? '✓ Right'
      : score === 0
        ? '✗ Not right'
        : `◐ Partly right: ${percent(score)}`;

/** What is partly right is no mistake, and does not look like one. */
const lookOf = (score: number | null): string =>
  score === null
    ? 'question-out'
    : score === 1
      ? 'question-right'
      : score === 0
        ? 'question-wrong'
        : 'question-partly';

type Props = {
  question: Reviewed;
  number: number;
  of: number;
  /** Who reads it: the learner, or the people of the course. */
  reader: 'learner' | 'staff';
};

/** A question of an attempt that was handed in: the answer, what it earned and what was put right about it. */
export function ReviewedQuestion({ question, number, of, reader }: Props) {
  const { block, answer, score, earned, hints, confidence, verdict, right, corrected, waits, byHand } =
    question;
  const look = waits ? 'question-out' : lookOf(score);
  return (
    <section className="question" aria-label={`Question ${number} of ${of}`}>
      <ReviewFields
        block={block}
        title={`Question ${number} of ${of}`}
        answer={answer}
        verdict={verdict}
        prefix="given"
      />
      <p className={look}>
        {waits ? '– Waits for a grader' : answer === null && score === 0 ? '✗ Not answered' : words(score)}
      </p>
      {hints && (
        <div className="hints">
          <p className="question-took">
            {hintsInWords(hints.taken.length, hints.cost)}
            {earned !== null && earned !== score && `, so it earned ${percent(earned)}`}
          </p>
          <TakenHints hints={hints.taken} />
        </div>
      )}
      {confidence && (
        <p className="question-took">
          {reader === 'learner' ? 'You said' : 'They said'}: “{confidenceWords[confidence]}.”
        </p>
      )}
      {corrected && (
        <div className="question-corrected">
          <p>
            <strong>Put right after attempts were handed in.</strong>{' '}
            {reader === 'learner'
              ? correctionForLearner[corrected.does]
              : `${correctionLabels[corrected.does]}.`}{' '}
            {earned !== null && `It earned ${percent(corrected.from)} before, and ${percent(earned)} now.`}
          </p>
          {corrected.reason && <p>Why: {corrected.reason}</p>}
        </div>
      )}
      {byHand && (
        <>
          {!waits && <Rubric rubric={byHand.rubric} scores={byHand.scores} />}
          {byHand.comment !== '' && (
            <div className="question-overall">
              <p>
                <strong>What the grader says</strong>
              </p>
              <p className="work-comment">{byHand.comment}</p>
            </div>
          )}
          {byHand.model && (
            <details className="attempt-right">
              <summary>The model answer</summary>
              <Html html={byHand.model} className="question-overall" />
            </details>
          )}
        </>
      )}
      {right && <RightAnswer block={block} right={right} />}
    </section>
  );
}

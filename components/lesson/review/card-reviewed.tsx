import { Button, ButtonLink } from '@/components/ui/button';
import type { CardScreen } from '@/features/learning/review/get-card';
import type { Rating } from '@/rules/review/ratings';
import { ReviewFields } from '../quiz/review-fields';
import { RightAnswer } from '../quiz/right-answer';

type Props = {
  screen: CardScreen;
  home: string;
  attemptKey: string;
  rate: (form: FormData) => Promise<void>;
};

const verdictWords = (score: number): string =>
  score === 1 ? '✓ Right.' : score === 0 ? '✗ Not this time.' : '◐ Partly right.';
const ratingWords: Partial<Record<Rating, string>> = { hard: 'It was hard', easy: 'It was easy' };

/** What was said of a question that was answered today, when it comes back, and the way on. */
export function CardReviewed({ screen, home, attemptKey, rate }: Props) {
  const { question, reviewed, id, comesBack, next } = screen;
  const given = reviewed?.given;
  const right = reviewed?.right;
  return (
    <>
      {question && given && (
        <section className="question" aria-label="Your answer">
          <ReviewFields
            block={question}
            title="Your answer"
            answer={given.answer}
            verdict={given.verdict}
            prefix="given"
          />
          {right && <RightAnswer block={question} right={right} />}
        </section>
      )}
      <section id="said" tabIndex={-1} aria-labelledby="said-title" className="finish review-said">
        <h2 id="said-title">{given ? verdictWords(given.verdict.score) : 'Reviewed today.'}</h2>
        <p>It comes back {comesBack}.</p>
        <div className="finish-actions">
          <ButtonLink href={next ? `${home}/${next}` : home}>{next ? 'Next card' : 'Finish'}</ButtonLink>
          {question && (reviewed?.mayRate.length ?? 0) > 0 && (
            <form action={rate} className="contents">
              <input type="hidden" name="card" value={id} />
              <input type="hidden" name="key" value={attemptKey} />
              {Object.entries(ratingWords)
                .filter(([rating]) => rating !== reviewed?.rating)
                .map(([rating, words]) => (
                  <Button key={rating} look="secondary" name="rating" value={rating}>
                    {words}
                  </Button>
                ))}
            </form>
          )}
        </div>
      </section>
    </>
  );
}

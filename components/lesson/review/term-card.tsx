import { Button, ButtonLink } from '@/components/ui/button';
import type { CardScreen } from '@/features/learning/review/get-card';
import type { Rating } from '@/rules/review/ratings';

type Props = {
  screen: CardScreen;
  address: string;
  about: string;
  attemptKey: string;
  rate: (form: FormData) => Promise<void>;
};

const words: Record<Rating, string> = {
  again: 'Not yet',
  hard: 'With effort',
  good: 'I knew it',
  easy: 'At once',
};

/** A word: thought about first, then shown, and rated by whoever thought about it. */
export function TermCard({ screen: { id, term }, address, about, attemptKey, rate }: Props) {
  if (!term) return null;
  const { definition } = term;
  return (
    <section className="question" aria-labelledby="term">
      <p className="question-kind">{about}</p>
      <h2 id="term" className="question-prompt">
        {term.term}
      </h2>
      {definition === null ? (
        <>
          <p className="question-instruction">What does it mean? Say it in your own words, then look.</p>
          <ButtonLink href={`${address}?shown=yes#meaning`}>Show what it means</ButtonLink>
        </>
      ) : (
        <>
          <div id="meaning" tabIndex={-1} className="review-meaning">
            {term.zh && (
              <p>
                <span lang="zh">{term.zh}</span>
                {term.pinyin && (
                  <>
                    {' '}
                    <span lang="zh-Latn">{term.pinyin}</span>
                  </>
                )}
              </p>
            )}
            <p>{definition}</p>
          </div>
          <form action={rate}>
            <input type="hidden" name="card" value={id} />
            <input type="hidden" name="key" value={attemptKey} />
            <fieldset>
              <legend className="question-instruction">How well did you know it?</legend>
              <div className="flex flex-wrap gap-3">
                {Object.entries(words).map(([rating, label]) => (
                  <Button key={rating} look="secondary" name="rating" value={rating}>
                    {label}
                  </Button>
                ))}
              </div>
            </fieldset>
          </form>
        </>
      )}
    </section>
  );
}

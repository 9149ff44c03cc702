import { Button } from '@/components/ui/button';
import type { ReviewScreen } from '@/features/learning/review/get-review';

type Props = { cards: ReviewScreen['stopped']; again: (form: FormData) => Promise<void> };

/** What the learner took out of the review, to take it up again. */
export function StoppedCards({ cards, again }: Props) {
  if (cards.length === 0) return null;
  return (
    <section aria-labelledby="stopped" className="mt-10 border-t border-rule pt-6">
      <h2 id="stopped" className="text-xl">
        Taken out
      </h2>
      <ul className="mt-2">
        {cards.map(({ id, source, label, lesson }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-rule py-3 last:border-0"
          >
            <span className="min-w-0 flex-1 basis-56 wrap-anywhere">
              {label}
              <span className="block text-sm text-soft">
                {source === 'term' ? 'Word' : 'Question'} of “{lesson}”
              </span>
            </span>
            <form action={again}>
              <input type="hidden" name="card" value={id} />
              <Button look="quiet" name="how" value="again">
                Review again <span className="visually-hidden">{label}</span>
              </Button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

import Link from 'next/link';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { MyReviews } from '@/features/learning/peers/get-my-reviews';
import type { FormState } from '@/rules/form-state';
import { ReviewWords } from './review-words';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = {
  of: MyReviews;
  place: { course: string; lesson: string; number: number };
  mark: Action;
  dispute: Action;
  /** Which review a grader is asked to look at now, by its number; that of one at a time. */
  asks: number;
};

/** What others said of one's own work, with what may be said back. */
export function PeerReviews({ of: { counted, rubric, reviews }, place, mark, dispute, asks }: Props) {
  if (reviews.length === 0) return null;
  return (
    <section aria-labelledby="peer-reviews" className="work-why">
      <h2 id="peer-reviews">What others say</h2>
      {counted && <p className="mb-4">{counted}</p>}
      {reviews.map((review, at) => {
        const fields = (
          <>
            <input type="hidden" name="course" value={place.course} />
            <input type="hidden" name="lesson" value={place.lesson} />
            <input type="hidden" name="number" value={place.number} />
            <input type="hidden" name="review" value={review.id} />
          </>
        );
        return (
          <section
            key={review.id}
            id={`review-${at + 1}`}
            aria-label={`Review ${at + 1}`}
            className="peer-review"
          >
            <h3>Review {at + 1}</h3>
            <ReviewWords rubric={rubric} review={review} />
            {review.helpful !== null && (
              <p className="work-hint">
                {review.helpful ? 'You found it helpful.' : 'You found it not helpful.'}
              </p>
            )}
            <div className="finish-actions">
              {(['yes', 'no'] as const).map((helpful) => (
                <Form
                  key={helpful}
                  action={mark}
                  submitLabel={helpful === 'yes' ? 'Helpful' : 'Not helpful'}
                  pendingLabel="Saving …"
                  look="secondary"
                >
                  {fields}
                  <input type="hidden" name="helpful" value={helpful} />
                </Form>
              ))}
            </div>
            {review.disputed ? (
              <p>
                You asked a grader to look: {review.dispute}{' '}
                {review.answered ? (
                  <strong>They answer: {review.answer}</strong>
                ) : (
                  'They have not answered yet.'
                )}
              </p>
            ) : asks === at + 1 ? (
              <Form
                action={dispute}
                submitLabel="Ask a grader"
                pendingLabel="Asking …"
                look="secondary"
                className="grid gap-3 [&>button]:justify-self-start"
              >
                {fields}
                <TextArea
                  name="dispute"
                  label="What should a grader look at?"
                  hint="They answer you here. You can ask once about each review."
                  rows={3}
                  maxLength={2_000}
                />
              </Form>
            ) : (
              <p>
                <Link className="pub-link" href={`?ask=${at + 1}#review-${at + 1}`} prefetch={false}>
                  Ask a grader to look at review {at + 1}
                </Link>
              </p>
            )}
          </section>
        );
      })}
    </section>
  );
}

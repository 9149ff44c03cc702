import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import type { PeerResult } from '@/features/learning/peers/get-peer-result';
import type { FormState } from '@/rules/form-state';
import { wholeWeight } from '@/rules/work/peers';
import { rubricMark } from '@/rules/work/rubric';
import { ReviewWords } from './review-words';

type Props = {
  of: PeerResult;
  course: string;
  answer: (state: FormState, form: FormData) => Promise<FormState>;
};

/** What peers gave a work, as advice to its grader, and what its writer asked a grader to look at. */
export function PeerAdvice({ of: { peers, rubric, reviews, comesTo }, course, answer }: Props) {
  if (!peers) return null;
  const mark = comesTo && rubricMark(rubric, comesTo);
  return (
    <section aria-labelledby="peers" className="work-why">
      <h2 id="peers">What peers give it</h2>
      {mark && comesTo ? (
        <p className="mb-4">
          By the weighted median of each criterion: {Math.round((mark.earned / mark.possible) * 100)} % (
          {rubric.map(({ id, title, levels }) => `${title} ${levels[comesTo[id] ?? -1]?.points}`).join(', ')}
          ).
        </p>
      ) : (
        <p className="mb-4">Too few reviews that weigh something: {peers.least} are needed.</p>
      )}
      {reviews.map((review, at) => (
        <section key={review.id} aria-label={`Review ${at + 1}`} className="peer-review">
          <h3>
            Review {at + 1}, weighs {Math.round((review.weight / wholeWeight) * 100)} %
            {review.helpful !== null && (review.helpful ? ', found helpful' : ', found not helpful')}
          </h3>
          <ReviewWords rubric={rubric} review={review} />
          {review.disputed && <p>Its reader asks you to look: {review.dispute}</p>}
          {review.answered && <p>Answered: {review.answer}</p>}
          {review.disputed && !review.answered && (
            <Form
              action={answer}
              submitLabel="Answer"
              pendingLabel="Answering …"
              look="secondary"
              className="grid gap-3 [&>button]:justify-self-start"
            >
              <input type="hidden" name="course" value={course} />
              <input type="hidden" name="review" value={review.id} />
              <TextArea
                name={`answer-${review.id}`}
                label="What you say to its reader"
                hint="A grade is changed in the gradebook."
                rows={3}
                maxLength={2_000}
              />
            </Form>
          )}
        </section>
      ))}
    </section>
  );
}

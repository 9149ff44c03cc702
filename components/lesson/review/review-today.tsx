import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Empty } from '@/components/ui/page';
import type { ReviewScreen } from '@/features/learning/review/get-review';
import type { FormState } from '@/rules/form-state';
import { hoursAndMinutes } from '@/rules/time/duration';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = { screen: ReviewScreen; begin: Action; choose: Action };

const cardsWord = (count: number): string => `${count} ${count === 1 ? 'card' : 'cards'}`;

/** Where today's review stands: off, nothing yet, so many cards, or done. */
export function ReviewToday({ screen, begin, choose }: Props) {
  const { isOn, learns, total, due, done } = screen;
  if (!learns)
    return (
      <Empty
        title="There is nothing to review now"
        action={<ButtonLink href="/learn">My learning</ButtonLink>}
      >
        The review asks about the courses that you learn in at the moment. What you reviewed before is kept.
      </Empty>
    );
  if (!isOn) return <Off screen={screen} choose={choose} />;
  if (total === 0)
    return (
      <Empty title="No cards yet" action={<ButtonLink href="/learn">My learning</ButtonLink>}>
        A question comes here once you answered it wrongly in a lesson, or in a quiz whose answers you have
        seen. Words come from “Words in this lesson”, where you choose them yourself.
      </Empty>
    );
  if (due === 0) return <Done screen={screen} />;
  return (
    <section aria-labelledby="today" className="finish">
      <h2 id="today">{done > 0 ? `${cardsWord(due)} left today` : `${cardsWord(due)} today`}</h2>
      <p>
        About {hoursAndMinutes(screen.minutes)}. Stop whenever you like: each card counts once it is answered.
      </p>
      {screen.rest > 0 && <p className="mt-1 text-soft">The others wait, and come a few at a time.</p>}
      <div className="finish-actions">
        <Form
          action={begin}
          submitLabel={done > 0 ? 'Go on' : 'Start the review'}
          pendingLabel="One moment …"
        />
      </div>
    </section>
  );
}

function Off({ screen: { isOn, total }, choose }: Pick<Props, 'screen' | 'choose'>) {
  return (
    <section aria-labelledby="today" className="finish">
      <h2 id="today">{isOn === null ? 'A few minutes a day, if you like' : 'The review is paused'}</h2>
      <p>
        {total === 0
          ? 'Nobody has to review. Once it is on, questions that you miss come back here, and words you choose in a lesson.'
          : `${cardsWord(total)} ${total === 1 ? 'waits' : 'wait'} for you, as long as you like.`}
      </p>
      <div className="finish-actions">
        <Form action={choose} submitLabel="Turn the review on" pendingLabel="One moment …">
          <input type="hidden" name="on" value="yes" />
        </Form>
      </div>
    </section>
  );
}

function Done({ screen: { done, rest, next } }: Pick<Props, 'screen'>) {
  return (
    <section aria-labelledby="today" className="finish finish-done">
      <h2 id="today">{done > 0 ? 'Done for today' : 'Nothing to review today'}</h2>
      <p>
        {done > 0 && `You reviewed ${cardsWord(done)}. `}
        {next && `The next ${rest > 1 ? 'ones come' : 'one comes'} ${next}.`}
      </p>
      <div className="finish-actions">
        <ButtonLink href="/learn">My learning</ButtonLink>
      </div>
    </section>
  );
}

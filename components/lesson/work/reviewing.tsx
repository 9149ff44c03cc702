import { buttonClass } from '@/components/ui/button-class';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import { Paragraphs } from '@/components/ui/paragraphs';
import type { Reviewing } from '@/features/learning/peers/get-reviewing';
import type { FormState } from '@/rules/form-state';
import { weightInWords } from '@/rules/work/peer-words';
import { ReviewFields } from './review-fields';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Props = { screen: Reviewing; ask: Action; score: Action; give: Action; nothing: boolean };

/** What somebody does next who reviews: score a sample, take a work, review it, or nothing any more. */
export function ReviewRoom({ screen, ask, score, give, nothing }: Props) {
  const { course, lesson, rubric, state, sample, held, finished, peers, weight, scored } = screen;
  const place = (
    <>
      <input type="hidden" name="course" value={course.slug} />
      <input type="hidden" name="lesson" value={lesson.id} />
    </>
  );
  return (
    <div className="agreement">
      <p>
        You have reviewed {finished} of {peers.reviews}. {weight !== null && `${weightInWords(weight)}.`}
      </p>
      {nothing && (
        <Notice title="No work waits for you now">
          Nobody else has handed in what you have not reviewed. Look in later; your own work is graded either
          way.
        </Notice>
      )}
      {sample && (
        <section aria-labelledby="sample">
          <h2 id="sample">
            Sample {sample.number + 1} of {peers.samples}
          </h2>
          <p className="work-hint">
            Score it as you would the work of another. Then you see what its author gives it.
          </p>
          <Paragraphs paragraphs={sample.paragraphs} />
          <Form
            key={sample.number}
            action={score}
            submitLabel="Score the sample"
            pendingLabel="Scoring …"
            className="grading [&>button]:justify-self-start"
          >
            {place}
            <input type="hidden" name="sample" value={sample.number} />
            <ReviewFields rubric={rubric} scores={{}} comments={null} />
          </Form>
        </section>
      )}
      {held && (
        <section aria-labelledby="held">
          <h2 id="held">The work of another</h2>
          <p className="work-hint">
            It is yours until {held.until}. Its writer reads what you say, and does not know who you are.
          </p>
          <Paragraphs paragraphs={held.paragraphs} />
          <Form
            key={held.id}
            action={give}
            submitLabel="Give the review"
            pendingLabel="Saving …"
            className="grading"
            beside={
              <button type="submit" name="keep" value="yes" className={buttonClass('secondary')}>
                Save it for now
              </button>
            }
            doneMessage="It is saved, and not given yet."
          >
            {place}
            <input type="hidden" name="review" value={held.id} />
            <ReviewFields rubric={rubric} scores={held.scores} comments={held.comments} />
          </Form>
        </section>
      )}
      {(state === 'may-take' || state === 'done') && (
        <Form
          action={ask}
          submitLabel={state === 'done' ? 'Review one more' : 'Take a work to review'}
          pendingLabel="Looking for one …"
          look={state === 'done' ? 'secondary' : 'primary'}
          className="grid gap-3 [&>button]:justify-self-start"
        >
          {place}
        </Form>
      )}
      {scored.map(({ sample: number, own, author }) => (
        <section key={number} aria-labelledby={`scored-${number}`}>
          <h2 id={`scored-${number}`}>How near you came: sample {number + 1}</h2>
          <ul>
            {screen.sampleRubric.map(({ id, title, levels }) => (
              <li key={id}>
                {title}: you gave {levels[own[id] ?? -1]?.points ?? 0}, its author{' '}
                {levels[author[id] ?? -1]?.points ?? 0} of {levels.at(-1)?.points}.
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

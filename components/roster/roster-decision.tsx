import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Notice } from '@/components/ui/notice';
import type { ShownRoster } from '@/features/enrollment/lists/get-roster';
import { commitWords } from '@/rules/enrollment/roster';
import type { FormState } from '@/rules/form-state';

type Props = {
  roster: ShownRoster;
  action: (state: FormState, form: FormData) => Promise<FormState>;
};

const people = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'person' : 'people'}`;
const seats = (count: number): string =>
  `${count.toLocaleString('en')} ${count === 1 ? 'seat is' : 'seats are'}`;

/** What committing a list means, and the button that does it; or where it was done. */
export function RosterDecision({ roster, action }: Props) {
  const { slug, id, batchId, outcomes } = roster;
  if (batchId) {
    return (
      <Notice tone="good" title="This list was committed">
        <p className="mb-3">
          What is shown here is what it was about to do. What came of it stands in its batch.
        </p>
        <ButtonLink look="secondary" href={`/teach/${slug}/batches/${batchId}`}>
          Show the batch
        </ButtonLink>
      </Notice>
    );
  }
  const words = commitWords(outcomes);
  return (
    <div className="grid justify-items-start gap-4">
      {roster.seats.map(({ name, needed, left, without, waitlist }) => (
        <Notice key={name} title={`${name}: ${seats(left)} left`}>
          <p>
            {people(needed)} on this list would need one, so {people(without)}{' '}
            {waitlist ? 'would wait on the waitlist' : 'would be refused'}. Seats are given in the order of
            the list.
          </p>
        </Notice>
      ))}
      {roster.compared === false && (
        <Notice>
          <p>This source had no list here before, so nobody is withdrawn.</p>
        </Notice>
      )}
      {!roster.published && (
        <Notice tone="bad">
          <p>Nothing of this course is published yet, so nobody can be enrolled.</p>
        </Notice>
      )}
      {words === '' ? (
        <p className="text-soft">Nothing of this list would change anything.</p>
      ) : (
        roster.published && (
          <Form
            action={action}
            submitLabel={words}
            pendingLabel="Committing …"
            className="grid justify-items-start gap-4"
          >
            <input type="hidden" name="course" value={slug} />
            <input type="hidden" name="roster" value={id} />
            <p className="max-w-prose text-sm text-soft">
              It is carried out in the background, as one batch that can be undone. Who is invited gets a
              mail.
            </p>
          </Form>
        )
      )}
      {(outcomes.rejected ?? 0) > 0 && (
        <p>
          {/* A download and not a page: the router must not fetch it. */}
          <a
            href={`/api/teach/${slug}/rosters/${id}/rejected`}
            download
            className="inline-flex min-h-8 items-center underline underline-offset-4 hover:text-accent"
          >
            Download the rejected rows as CSV
          </a>
          , each with its reason, to put right and hand in again.
        </p>
      )}
    </div>
  );
}

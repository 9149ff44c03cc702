import Link from 'next/link';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/when';
import type { WorkQueue } from '@/features/learning/work/list-work-queue';
import type { FormState } from '@/rules/form-state';
import { stageWords } from '@/rules/work/moderation-words';
import { type QueueState, queueWords } from '@/rules/work/queue';

type Props = {
  slug: string;
  rows: WorkQueue['rows'];
  state: QueueState;
  claim: (state: FormState, form: FormData) => Promise<FormState>;
};

/** The written work of a course in one state, each with its promise and whose it is as far as that may be known. */
export function QueueTable({ slug, rows, state, claim }: Props) {
  return (
    <ul className="work-queue" aria-label={queueWords[state]}>
      {rows.map(
        ({
          id,
          title,
          number,
          learner,
          handedInAt,
          back,
          promise,
          grader,
          mine,
          graded,
          released,
          ...stands
        }) => (
          <li key={id}>
            <div>
              <p className="work-queue-title">
                <Link href={`/teach/${slug}/work/${id}`} prefetch={false}>
                  {title}
                  {number > 1 && `, version ${number}`}
                </Link>
              </p>
              <p>{learner ?? 'Without a name until it is graded'}</p>
              <p className="work-hint">
                Handed in <Instant at={handedInAt} />
                {grader && ` · ${graded ? 'graded by' : 'held by'} ${mine ? 'you' : grader}`}
                {graded && !released && ' · not released'}
              </p>
              {stands.stage && (
                <p className="work-hint">
                  {stageWords[stands.stage]}
                  {stands.done && ': you have'}
                </p>
              )}
            </div>
            {!graded && (
              <p>
                <span className={promise.overdue ? 'work-trouble' : undefined}>{promise.words}</span>
                <span className="work-hint block">Promised by {back}</span>
              </p>
            )}
            {stands.takes && (
              <Form
                action={claim}
                submitLabel={mine ? 'Go on' : 'Grade this'}
                pendingLabel="Taking it …"
                look="secondary"
              >
                <input type="hidden" name="course" value={slug} />
                <input type="hidden" name="submission" value={id} />
              </Form>
            )}
          </li>
        ),
      )}
    </ul>
  );
}

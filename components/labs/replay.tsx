import Link from 'next/link';
import type { LearnersLab } from '@/features/learning/labs/get-learners-lab';
import { Instant } from '../ui/when';
import { ReplayedDrawing } from './replayed-drawing';
import { outcomeWords } from './submissions';

type Props = {
  lab: LearnersLab;
  /** Which submission is shown, from 1; 0 shows what stands in the form and is not handed in. */
  step: number;
  home: string;
};

/** What a learner handed in, step by step: the task as they saw it, with their values, and what was said of them. */
export function Replay({ lab, step, home }: Props) {
  const { steps, draft, screen } = lab;
  const shown = steps[step - 1] ?? null;
  const values = shown?.values ?? draft.values;
  return (
    <section aria-labelledby="step">
      <h2 id="step" className="mb-2 text-xl">
        {shown ? `Submission ${step} of ${steps.length}` : 'In the form, not handed in'}
      </h2>
      <nav aria-label="Steps" className="mb-4 flex flex-wrap gap-4">
        {step > 0 && (
          <Link href={`${home}?step=${step - 1}#step`} prefetch={false} className="preview-link">
            {step === 1 ? 'What stands in the form' : 'The one before'}
          </Link>
        )}
        {step < steps.length && (
          <Link href={`${home}?step=${step + 1}#step`} prefetch={false} className="preview-link">
            {step === 0 ? 'The first submission' : 'The next one'}
          </Link>
        )}
      </nav>
      {shown && (
        <p className="mb-4">
          <Instant at={new Date(shown.at)} />: <strong>{outcomeWords(shown)}</strong>
          {shown.code && <code> {shown.code}</code>}
        </p>
      )}
      {screen ? (
        <>
          <h3 className="mb-2 text-lg">The task, with what they gave</h3>
          <div className="lab">
            <ReplayedDrawing
              lab={`${screen.name} ${screen.version}`}
              task={screen.task}
              values={values}
              report={shown?.report ?? null}
            />
          </div>
          <h3 className="mt-6 mb-2 text-lg">What stood in the fields</h3>
          <dl className="lab-facts">
            {screen.fields.map(({ name, label, cell, group }) => (
              <div key={name}>
                <dt>{cell ? `${group}: ${cell.row}, ${cell.column}` : label}</dt>
                <dd className="lab-replayed">{values[name] || '–'}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : (
        <p className="font-semibold text-bad">
          The task cannot be made again as it was: the secret of the server is another now. What was handed in
          is kept.
        </p>
      )}
      {shown && (
        <p className="mt-4 text-sm text-soft">
          Found by the verifier <code>{shown.verifier.slice(0, 12)}</code>
        </p>
      )}
    </section>
  );
}

import Link from 'next/link';
import type { ReactNode } from 'react';
import { Instant } from '@/components/ui/when';
import type { LearnerGrade } from '@/features/learning/gradebook/get-learner-grades';
import { gradeActionWords } from '@/rules/grading/grade-words';
import { Derivation } from './derivation';

type Props = {
  grade: LearnerGrade;
  /** Where the form of this grade is opened; null where it is open, or nobody may. */
  setHref: string | null;
  /** The form, where it is open. */
  children?: ReactNode;
};

const shown = (percent: string | null): string => (percent === null ? '–' : `${percent} %`);

/** One grade as who grades sees it: what was reached, what it comes to, what was set, and who may see it. */
export function GradeCard({ grade, setHref, children }: Props) {
  const { id, title, kind, gone, required, percent, raw, final, override, released, late, lines, history } =
    grade;
  const facts: [string, string][] = [
    ...(kind !== 'column'
      ? ([
          ['As it was reached', shown(raw)],
          [
            'By the rules',
            late > 0 ? `${shown(final)}, ${late} ${late === 1 ? 'day' : 'days'} late` : shown(final),
          ],
          ['Set by hand', shown(override)],
        ] as [string, string][])
      : []),
    [
      'Who sees it',
      percent === null ? '–' : released ? 'The learner too' : 'Not the learner: it waits for its release',
    ],
  ];
  return (
    <li id={`grade-${id}`} className="rounded-lg border border-rule bg-raised px-4 py-4 sm:px-5">
      <h3 className="text-lg break-words">{title}</h3>
      <p className="text-sm text-soft">
        {[required && 'Has to be passed', gone && 'Not in the course any more'].filter(Boolean).join(' · ')}
      </p>
      <p className="mt-1 text-xl font-semibold tabular-nums">
        {percent === null ? 'No grade' : `${percent} %`}
      </p>
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      {lines.length > 0 && (
        <div className="mt-3">
          <Derivation title="How it comes about" lines={lines} />
        </div>
      )}
      {children}
      {setHref && (
        <p className="mt-3">
          <Link href={setHref} prefetch={false} className="roster-link inline-flex min-h-11 items-center">
            {kind !== 'column' ? 'Set it by hand' : 'Write the grade'}
            <span className="visually-hidden">: {title}</span>
          </Link>
        </p>
      )}
      {history.length > 0 && <History history={history} />}
    </li>
  );
}

function History({ history }: Pick<LearnerGrade, 'history'>) {
  return (
    <details className="mt-2">
      <summary className="min-h-11 cursor-pointer py-2 text-soft">
        History, {history.length === 1 ? '1 entry' : `${history.length} entries`}
      </summary>
      <ol className="divide-y divide-rule">
        {history.map(({ id, action, by, reason, before, after, at }) => (
          <li key={id} className="py-2">
            <span className="font-semibold">{gradeActionWords[action]}</span>
            {by && ` by ${by}`}, <Instant at={new Date(at)} />
            <span className="block tabular-nums">
              {before && `${shown(before.override ?? before.final)} → `}
              {after && shown(after.override ?? after.final)}
            </span>
            {reason && <span className="block whitespace-pre-line text-soft">{reason}</span>}
          </li>
        ))}
      </ol>
    </details>
  );
}

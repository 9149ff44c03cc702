import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/components/ui/notice';
import { Instant } from '@/components/ui/when';
import type { LearnersAttempt } from '@/features/learning/oversight/get-learners-attempt';
import { attemptStates } from '@/rules/assessment/attempts-filter';
import { hintsTookInWords } from '@/rules/assessment/hints';

const twoDecimals = (points: number): number => Math.floor(points * 100) / 100;
const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;

type Props = { attempt: LearnersAttempt; rosterHref: string };

/** What an attempt of a learner came to, step by step: as it was marked, corrected, and what being late took. */
export function AttemptFacts({ attempt, rosterHref }: Props) {
  const { result, state, startedAt, submittedAt, byClock, mode, pass, edition } = attempt;
  return (
    <>
      {state === 'under-way' && (
        <Notice title="This attempt is under way">
          Below is what is kept so far. It is marked once it is handed in.
        </Notice>
      )}
      {attempt.toMark > 0 && (
        <Notice
          title={
            attempt.toMark === 1
              ? 'One answer waits for a grader'
              : `${attempt.toMark} answers wait for a grader`
          }
        >
          There is no result before all of it is marked.
          {attempt.anonymous && ' What is marked without a name is shown here once it is.'}
        </Notice>
      )}
      <dl className="quiz-rules">
        <Fact name="Learner">
          <Link href={rosterHref} prefetch={false} className="preview-link">
            {attempt.learner.name}
          </Link>
        </Fact>
        <Fact name="State">{attemptStates[state]}</Fact>
        <Fact name="Edition">{edition}</Fact>
        <Fact name="Begun">
          <Instant at={startedAt} />
        </Fact>
        {submittedAt && (
          <Fact name="Handed in">
            <Instant at={submittedAt} />
            {byClock && ', by the clock'}
          </Fact>
        )}
        {result && (
          <>
            <Fact name="As marked">
              {twoDecimals(result.raw.points)} of {result.raw.of} points, {result.raw.percent} %
              {result.hints && `; ${hintsTookInWords(result.hints.taken, result.hints.took)}`}
            </Fact>
            {result.late && (
              <Fact name="Late">
                {days(result.late.days)}, {result.late.perDay} % each
                {result.late.floor > 0 && `; ${result.late.floor} % always stay`}
              </Fact>
            )}
            <Fact name={result.corrected ? 'Result, corrected' : 'Result'}>
              <strong>
                {twoDecimals(result.points)} of {result.of} points, {result.percent} %,{' '}
                {result.passed ? 'passed' : 'not passed'}
              </strong>
              {mode === 'graded' && ` (from ${pass} % on)`}
            </Fact>
          </>
        )}
      </dl>
    </>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

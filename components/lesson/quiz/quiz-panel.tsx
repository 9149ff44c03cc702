import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';
import { Form } from '@/components/ui/form';
import { Instant } from '@/components/ui/when';
import type { QuizStanding } from '@/features/learning/quizzes/standing';
import { quizRulesInWords } from '@/rules/assessment/quiz-words';
import type { FormState } from '@/rules/form-state';
import { refusals } from '@/rules/refusals';

type Props = {
  quiz: QuizStanding;
  /** The address of the quiz. */
  home: string;
  course: string;
  lesson: string;
  /** Whether it is done, as the ledger has it. */
  complete: boolean;
  next: { title: string; href: string } | null;
  /** Null for somebody who reads as staff: nothing of theirs is recorded. */
  start: ((state: FormState, form: FormData) => Promise<FormState>) | null;
};

/** A quiz before and after its attempts: the rules, what was taken, and the way into the next attempt. */
export function QuizPanel({ quiz, home, course, lesson, complete, next, start }: Props) {
  const { rules, questions, due, closes, agreed, attempts, override } = quiz;
  return (
    <section id="quiz" aria-labelledby="quiz-title" className={`finish ${complete ? 'finish-done' : ''}`}>
      <h2 id="quiz-title">{complete ? 'Quiz complete' : 'The quiz'}</h2>
      <dl className="quiz-rules">
        {quizRulesInWords(rules, questions, { due, closes }).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {agreed && (
          <div>
            <dt>Agreed with you</dt>
            <dd>{agreed}</dd>
          </div>
        )}
      </dl>
      {override && (
        <p className="quiz-note">
          Your school set your grade to {override.percent} %: {override.reason}
        </p>
      )}
      {attempts.length > 0 && <Attempts attempts={attempts} home={home} />}
      <div className="finish-actions">
        <NextStep quiz={quiz} home={home} course={course} lesson={lesson} start={start} />
        {complete && next && (
          <ButtonLink href={next.href} look={quiz.open === null ? 'primary' : 'secondary'}>
            Next: {next.title}
          </ButtonLink>
        )}
      </div>
    </section>
  );
}

function Attempts({ attempts, home }: { attempts: QuizStanding['attempts']; home: string }) {
  return (
    <table className="quiz-attempts">
      <caption>Your attempts</caption>
      <thead>
        <tr>
          <th scope="col">Attempt</th>
          <th scope="col">Handed in</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {attempts.map(({ number, submittedAt, waiting, byClock, percent, passed, counts }) => (
          <tr key={number}>
            <th scope="row">
              <Link href={`${home}/attempts/${number}`} prefetch={false}>
                Attempt {number}
              </Link>
            </th>
            <td>
              {submittedAt ? (
                <>
                  <Instant at={new Date(submittedAt)} />
                  {byClock && ' by the clock'}
                </>
              ) : (
                'under way'
              )}
            </td>
            <td>
              {percent === null ? (
                waiting ? (
                  `waits for ${waiting === 'grader' ? 'a grader' : 'its release'}`
                ) : (
                  '–'
                )
              ) : (
                <>
                  {percent} %, {passed ? 'passed' : 'not passed'}
                  {counts && attempts.length > 1 && ' · counts'}
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NextStep({ quiz, home, course, lesson, start }: Omit<Props, 'complete' | 'next'>) {
  const { attempts, open, left, refusal, rules } = quiz;
  if (!start) {
    return (
      <p>You read this as staff of the course. The preview in the studio lets you answer its questions.</p>
    );
  }
  if (open !== null)
    return <ButtonLink href={`${home}/attempts/${open}`}>Go on with attempt {open}</ButtonLink>;
  if (refusal) return <p>{refusals[refusal]}</p>;
  return (
    <Form
      action={start}
      submitLabel={attempts.length === 0 ? 'Start the quiz' : `Start attempt ${attempts.length + 1}`}
      pendingLabel="Starting …"
      className="grid gap-5 [&>button]:justify-self-start"
    >
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="lesson" value={lesson} />
      {(left !== null || rules.minutes !== undefined) && (
        <p className="quiz-note">
          {left !== null && `${left} ${left === 1 ? 'attempt is' : 'attempts are'} left. `}
          {rules.minutes !== undefined && 'The clock runs from the start, also while the page is closed.'}
        </p>
      )}
    </Form>
  );
}

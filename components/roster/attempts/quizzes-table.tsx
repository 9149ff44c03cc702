import Link from 'next/link';
import type { ListedQuiz } from '@/features/learning/oversight/list-quizzes';
import { DataTable } from '../data-table';

type Props = { course: string; quizzes: readonly ListedQuiz[] };

const columns = [
  { key: 'quiz', label: 'Quiz' },
  { key: 'attempts', label: 'Attempts' },
  { key: 'learners', label: 'Learners' },
  { key: 'toMark', label: 'To be marked' },
  { key: 'waiting', label: 'Waiting for release' },
  { key: 'median', label: 'Median' },
  { key: 'passed', label: 'Passed' },
] as const;

/** The quizzes of a course, each leading to its attempts. */
export function QuizzesTable({ course, quizzes }: Props) {
  return (
    <DataTable
      caption="Quizzes and what came of them"
      columns={columns}
      rows={quizzes.map(({ id, title, mode, current, ...quiz }) => ({
        id,
        head: (
          <>
            <Link href={`/teach/${course}/quizzes/${id}`} prefetch={false} className="roster-person">
              {title}
            </Link>
            <span className="block text-sm font-normal text-soft">
              {mode === 'graded' ? 'Graded' : 'For practice'}
              {!current && ', not in the current edition'}
            </span>
          </>
        ),
        cells: {
          attempts: (
            <span className="tabular-nums">
              {quiz.attempts.toLocaleString('en')}
              {quiz.underWay > 0 && <span className="text-soft"> ({quiz.underWay} under way)</span>}
            </span>
          ),
          learners: <span className="tabular-nums">{quiz.learners.toLocaleString('en')}</span>,
          toMark:
            quiz.toMark > 0 ? (
              <Link href={`/teach/${course}/quizzes/${id}/marking`} prefetch={false} className="preview-link">
                {quiz.toMark.toLocaleString('en')} {quiz.toMark === 1 ? 'answer' : 'answers'}
              </Link>
            ) : undefined,
          waiting: <span className="tabular-nums">{quiz.waiting.toLocaleString('en')}</span>,
          median: quiz.median === null ? undefined : <span className="tabular-nums">{quiz.median} %</span>,
          passed:
            quiz.passRate === null ? undefined : <span className="tabular-nums">{quiz.passRate} %</span>,
        },
      }))}
    />
  );
}

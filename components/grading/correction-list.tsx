import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { QuestionScreen } from '@/features/learning/oversight/get-question';
import { editionsInWords } from './statistic-words';

type Props = { corrections: QuestionScreen['corrections']; here: string; mayGrade: boolean };

/** What was put right about a question, by whom and why, the newest first; what holds can be taken back. */
export function CorrectionList({ corrections, here, mayGrade }: Props) {
  return (
    <ul className="border-t border-rule">
      {corrections.map(({ id, words, reason, madeBy, madeAt, takenBackBy, takenBackAt, ...of }) => (
        <li key={id} className="border-b border-rule py-4">
          <p className="font-semibold wrap-anywhere">{words}</p>
          <p className="wrap-anywhere">Why: {reason}</p>
          <p className="text-sm text-soft">
            {madeBy ?? 'Somebody'}, <Instant at={madeAt} />, for{' '}
            {editionsInWords(of.fromEdition, of.throughEdition)}
          </p>
          {takenBackAt ? (
            <p className="text-sm text-soft">
              Taken back by {takenBackBy ?? 'somebody'}, <Instant at={takenBackAt} />
            </p>
          ) : (
            mayGrade && (
              <p className="mt-1">
                <Link href={`${here}/take-back/${id}`} prefetch={false} className="preview-link">
                  Take it back
                </Link>
              </p>
            )
          )}
        </li>
      ))}
    </ul>
  );
}

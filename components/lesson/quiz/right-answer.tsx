import type { QuestionView } from '@/kinds/lesson-view';
import type { Verdict } from '@/kinds/questions/kind';
import { ReviewFields } from './review-fields';

/** A right answer to a question, to be opened by whoever wants to see it. */
export function RightAnswer({
  block,
  right,
}: {
  block: QuestionView;
  right: { answer: string[]; verdict: Verdict };
}) {
  return (
    <details className="attempt-right">
      <summary>A right answer</summary>
      <ReviewFields block={block} title={null} answer={right.answer} verdict={right.verdict} prefix="right" />
    </details>
  );
}

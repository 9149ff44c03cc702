import { LevelChoice } from '@/components/ui/level-choice';
import { TextArea } from '@/components/ui/text-area';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

type Props = {
  rubric: readonly Criterion[];
  scores: Scores;
  /** What is said of each criterion; null where nothing is asked. */
  comments: Record<string, string> | null;
};

/** The levels of a rubric as somebody chooses them, each with a few words where they are asked for. */
export function ReviewFields({ rubric, scores, comments }: Props) {
  return rubric.map((criterion) => (
    <div key={criterion.id} className="grid gap-3">
      <LevelChoice criterion={criterion} chosen={scores[criterion.id]} />
      {comments && (
        <TextArea
          name={`comment-${criterion.id}`}
          label={`Why, of “${criterion.title}”`}
          defaultValue={comments[criterion.id] ?? ''}
          rows={3}
          maxLength={2_000}
        />
      )}
    </div>
  ));
}

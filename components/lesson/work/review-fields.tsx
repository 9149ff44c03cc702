import { SelectField } from '@/components/ui/select-field';
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
  return rubric.map(({ id, title, levels }) => (
    <fieldset key={id} className="grid gap-3">
      <legend className="rubric-title">{title}</legend>
      <SelectField
        name={`level-${id}`}
        label={`Level of “${title}”`}
        defaultValue={scores[id] === undefined ? '' : String(scores[id])}
        options={[
          { value: '', label: 'Choose a level' },
          ...levels.map(({ points, says }, index) => ({
            value: String(index),
            label: `${points} ${points === 1 ? 'point' : 'points'}: ${says}`,
          })),
        ]}
      />
      {comments && (
        <TextArea
          name={`comment-${id}`}
          label={`Why, of “${title}”`}
          defaultValue={comments[id] ?? ''}
          rows={3}
          maxLength={2_000}
        />
      )}
    </fieldset>
  ));
}

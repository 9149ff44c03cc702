import { LevelChoice } from '@/components/ui/level-choice';
import type { Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

type Props = {
  rubric: readonly Criterion[];
  /** The level chosen in each criterion so far, by its place. */
  scores: Scores;
};

/** One group of levels per criterion, named `level-<criterion>`; the value is the place of the level. */
export const RubricFields = ({ rubric, scores }: Props) =>
  rubric.map((criterion) => (
    <LevelChoice key={criterion.id} criterion={criterion} chosen={scores[criterion.id]} />
  ));

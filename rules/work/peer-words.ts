import { counted } from '@/rules/counted';
import { type PeerRules, wholeWeight } from './peers';

/** What a learner reads of review by peers before they write: pairs of a name and what it is. */
export function peersInWords(rules: PeerRules): [name: string, value: string][] {
  const { reviews, least, counts, hours, samples } = rules;
  return [
    [
      'You review',
      `${counted(reviews, 'work')} of others by the same rubric, once you have handed in${samples > 0 ? ` and scored ${counted(samples, 'sample')}` : ''}. A work that you took is yours for ${counted(hours, 'hour')}`,
    ],
    [
      'You are reviewed',
      `by others who do not know whose it is; you do not know who they are. ${samples > 0 ? 'The nearer somebody came to the scores of the samples, the more their reviews weigh. ' : ''}${
        counts
          ? `What ${counted(least, 'review')} or more come to is your grade`
          : 'What they come to is advice to your grader'
      }; with fewer than ${least}, as when few people take part, your grader grades without them. You read their reviews with your result`,
    ],
  ];
}

/** How a result came of reviews, as its learner reads it. */
export const countedInWords = ({ samples }: PeerRules): string =>
  `Your result is what these reviews come to: of each criterion the level in the middle${samples > 0 ? ', where a review weighs the more the nearer its writer came to the scores of the samples' : ''}. No grader gave it; ask one to look where a review is wrong.`;

/** What somebody's reviews weigh. */
export const weightInWords = (weight: number): string =>
  weight === 0
    ? 'Your reviews are read, and weigh nothing in what they come to'
    : `Your reviews weigh ${Math.round((weight / wholeWeight) * 100)} %`;

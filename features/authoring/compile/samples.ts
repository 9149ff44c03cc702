import type { Sample } from '@/rules/work/peers';
import type { WorkRules } from '@/rules/work/work';
import type { WrittenWork } from './work-schema';

/**
 * Parts written work into the rules, which learners read, and its samples, whose scores they do not: by criterion the
 * level that gives so many points.
 */
export function partWork({ peers, ...work }: WrittenWork): { work: WorkRules; samples: Sample[] } {
  if (!peers) return { work, samples: [] };
  const samples = peers.samples.map(({ text, scores }) => ({
    text,
    scores: Object.fromEntries(
      work.rubric.map(({ id, levels }) => [id, levels.findIndex(({ points }) => points === scores[id])]),
    ),
  }));
  return { work: { ...work, peers: { ...peers, samples: samples.length } }, samples };
}

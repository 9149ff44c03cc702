import * as z from 'zod';
import { whole } from '../fields';
import { type LearnerError, wrong } from '../kind';
import { signsOf, tamperings } from './ledger';
import type { TamperTask } from './task';

export const tamperWork = z.strictObject({
  /** The blocks that were tampered with, by their place from 1, and how. */
  found: z
    .array(
      z.strictObject({ place: whole(1, 12), how: z.enum(tamperings, 'Choose how it was tampered with') }),
    )
    .max(12, 'A ledger of twelve blocks has at most twelve'),
});
export type TamperWork = z.output<typeof tamperWork>;

/** What is wrong with an audit. It says of which block, and not what would be right. */
export function tamperCheck({ blocks, keys }: TamperTask, { found }: TamperWork): LearnerError | null {
  const places = found.map(({ place }) => place);
  const twice = places.find((place, at) => places.indexOf(place) !== at);
  if (twice !== undefined) return wrong('E_TWICE', 'found', `Block ${twice} stands in your list twice.`);
  const signs = signsOf(blocks, keys);
  const extra = found.find(({ place }) => !signs.has(place));
  if (extra)
    return wrong(
      'E_SOUND',
      'found',
      `The block at place ${extra.place} is as it was written: its hash, its link and its signature fit.`,
    );
  const other = found.find(({ place, how }) => signs.get(place) !== how);
  if (other)
    return wrong(
      'E_HOW',
      'found',
      `The block at place ${other.place} was tampered with in another way. Which sign is the first that does not fit?`,
    );
  if (found.length < signs.size)
    return wrong('E_MISSED', 'found', 'Something was tampered with that is not in your list.');
  return null;
}

import * as z from 'zod';
import { isStorable } from '@/rules/storable';
import { openCriteria, type Scores } from '@/rules/work/rubric';
import type { Criterion } from '@/rules/work/work';

/** A text of a few sentences that PostgreSQL can hold. */
export const sentences = z
  .string()
  .trim()
  .max(2_000, 'At most 2,000 characters are taken.')
  .refine(isStorable, 'It has characters that cannot be stored.');

/** By criterion, which level was chosen. */
export const levelsInput = z.record(z.string().max(100), z.coerce.number().int().min(0).max(8));

/** What is missing of levels, as errors of their fields. */
export const missingLevels = (rubric: readonly Criterion[], scores: Scores): Record<string, string> =>
  Object.fromEntries(
    openCriteria(rubric, scores).map(({ id, title }) => [`level-${id}`, `Choose a level of “${title}”.`]),
  );

/** Of what was given by criterion, what the rubric has. */
export const ofRubric = <Value>(rubric: readonly Criterion[], given: Record<string, Value>) =>
  Object.fromEntries(
    rubric.flatMap(({ id }): [string, Value][] => {
      const value = Object.hasOwn(given, id) ? given[id] : undefined;
      return value === undefined ? [] : [[id, value]];
    }),
  );

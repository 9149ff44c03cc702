import * as z from 'zod';
import type { RunReport } from '@/kinds/labs/run';
import { labInput } from './place';

/** What is handed in. */
export const submissionInput = z.strictObject({
  ...labInput,
  attempt: z.coerce.number().int().min(1).max(100),
  key: z.uuid(),
  /** Anything: what it has to be is the lab's to say. */
  values: z.unknown(),
  /** What came of running it. The door sets it, always, so that nobody sends one. */
  report: z.custom<RunReport | null>().default(null),
});

import * as z from 'zod';
import { learnerMoves } from '@/rules/editions/moves';
import { draftText, studioInput } from '../studio';

/** What the publisher says of an edition, as forms send it: with line ends of their own. */
const noteInput = draftText
  .transform((text) => text.replace(/\r\n?/g, '\n').trim())
  .refine((text) => text.length <= 1_000, 'Keep the note to 1,000 characters.')
  .default('');

/** The draft that was looked at, by its fingerprint: nothing else is published or overwritten. */
export const reviewedInput = z.string().regex(/^[0-9a-f]{64}$/);

/** A version of a course: the draft, or the number of an edition. */
export const versionInput = z.string().regex(/^(draft|[1-9]\d{0,5})$/);

export const editionInput = z.coerce.number().int().min(1).max(999_999);

/** What both publishing now and publishing later are told. */
export const publishInput = {
  ...studioInput,
  reviewed: reviewedInput,
  /** The number of the edition that the draft was compared with; 0 before the first. */
  against: z.coerce.number().int().min(0),
  note: noteInput,
  moves: z.enum(learnerMoves, { error: 'Choose who moves to the new edition.' }),
};

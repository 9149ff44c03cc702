import * as z from 'zod';
import { rubricSchema } from '@/kinds/rubric';
import { releasings } from '@/rules/assessment/quiz';
import { mostEntries } from '@/rules/claims/entry';
import { fileKinds } from '@/rules/work/files';
import { type WorkRules, workForms } from '@/rules/work/work';
import { id, isLocalTime, words } from './schema-parts';

const fromTo = (most: number) =>
  z
    .strictObject({ least: z.int().min(1).max(most), most: z.int().min(1).max(most) })
    .refine((range) => range.least <= range.most, { message: 'the least is more than the most' });

/** A text with what its author gives it, in points by criterion. */
const sample = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  scores: z.record(id, z.int().min(0).max(1_000)),
});
/** Review by peers. */
const peers = z
  .strictObject({
    reviews: z.int().min(1).max(9).default(3),
    least: z.int().min(1).max(9).default(2),
    counts: z.boolean().default(false),
    hours: z.int().min(1).max(336).default(48),
    samples: z.array(sample).max(3).default([]),
  })
  .refine(({ reviews, least }) => least <= reviews, {
    path: ['least'],
    message: 'more reviews are asked for than everybody gives',
  });

/** Rules as they are written: with the samples themselves, where learners read how many there are. */
type WithSamples<Rules> = Rules extends WorkRules
  ? Omit<Rules, 'peers'> & { peers?: z.infer<typeof peers> | undefined }
  : never;
export type WrittenWork = WithSamples<WorkRules>;

/** The rules of written work, which make a lesson one. */
export const work = z
  .strictObject({
    form: z.enum(workForms).default('text'),
    words: fromTo(20_000).optional(),
    entries: fromTo(mostEntries).optional(),
    covers: z.array(words).max(30).optional(),
    due: z
      .string()
      .refine(isLocalTime, 'work is due at a day and a time, like "2026-12-01 18:00"')
      .optional(),
    late: z
      .strictObject({ perDay: z.int().min(1).max(100), floor: z.int().min(0).max(100).default(0) })
      .optional(),
    closes: z
      .string()
      .refine(isLocalTime, 'work closes at a day and a time, like "2026-12-01 18:00"')
      .optional(),
    turnaround: z.int().min(1).max(90),
    release: z.enum(releasings).optional(),
    anonymous: z.boolean().default(false),
    moderation: z.strictObject({ share: z.int().min(1).max(100), apart: z.int().min(0).max(100) }).optional(),
    peers: peers.optional(),
    pass: z.int().min(1).max(100).optional(),
    revisions: z.int().min(0).max(9).default(0),
    /** Files that may be handed in with a text; sizes in megabytes. */
    files: z
      .strictObject({
        most: z.int().min(1).max(10),
        size: z.int().min(1).max(25).default(5),
        kinds: z
          .array(z.enum(fileKinds))
          .min(1)
          .refine((kinds) => new Set(kinds).size === kinds.length, { message: 'a kind is named twice' }),
      })
      .optional(),
    rubric: rubricSchema(id),
  })
  .refine(({ due, late }) => due !== undefined || late === undefined, {
    path: ['late'],
    message: 'nothing is late in work that is never due',
  })
  .refine(({ due, closes }) => !due || !closes || due <= closes, {
    path: ['due'],
    message: 'it is due after it has closed',
  })
  .refine(({ peers, moderation }) => !peers?.counts || !moderation, {
    path: ['moderation'],
    message: 'where reviews by peers are the grade, nothing is graded by two',
  })
  .refine(
    ({ peers, rubric }) =>
      (peers?.samples ?? []).every(
        ({ scores }) =>
          Object.keys(scores).length === rubric.length &&
          rubric.every(({ id, levels }) => levels.some(({ points }) => points === scores[id])),
      ),
    {
      path: ['peers', 'samples'],
      message: 'the scores of a sample name each criterion with the points of one of its levels',
    },
  )
  .transform((rules, context): WrittenWork => {
    const { form, words: asked, entries, covers, ...common } = rules;
    const wrong = (path: string, message: string) =>
      context.issues.push({ code: 'custom', input: rules, path: [path], message });
    if (form === 'text') {
      if (entries) wrong('entries', 'a text has words; entries are those of "form: claim-log"');
      if (covers) wrong('covers', 'a text covers nothing by rule; a claim log does');
      if (!asked) wrong('words', 'say how many words are asked for, like { least: 300, most: 800 }');
      return { form, words: asked ?? { least: 1, most: 1 }, ...common };
    }
    if (asked) wrong('words', 'a claim log has entries, like "entries: { least: 6, most: 20 }"');
    if (common.files) wrong('files', 'files are handed in with a text; a claim log has entries alone');
    if (!entries) wrong('entries', 'say how many entries are asked for, like { least: 6, most: 20 }');
    return { form, entries: entries ?? { least: 1, most: 1 }, covers: [...new Set(covers)], ...common };
  });

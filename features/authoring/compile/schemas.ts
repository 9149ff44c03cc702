import * as z from 'zod';
import { speechModes } from '@/rules/evidence-levels';

/** Ids stand in addresses and in the keys of the ledger, which have an end. */
export const longestId = 60;
const id = z
  .string()
  .max(longestId, `an id is at most ${longestId} characters long`)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is a-z, 0-9 and single hyphens');
const words = z.string().trim().min(1);
const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date reads "2019", "2019-10" or "2019-10-25"');
const day = z.iso.date();
const webAddress = z.url({ protocol: /^https?$/ });

export const courseSchema = z.strictObject({
  slug: id,
  title: words,
  summary: words,
  language: z.string().min(2),
  level: words,
  zone: words,
  verified: day,
  outcomes: z.array(words).min(1),
  audience: z.array(words).min(1),
  notFor: z.array(words).default([]),
  authors: z.array(z.strictObject({ name: words, about: words })).min(1),
  builtOn: z.strictObject({ title: words, publisher: words, date, note: words }),
});

export const passagesSchema = z.array(
  z.strictObject({
    id: z.string().regex(/^[A-Z]\d{1,3}$/, 'a passage is numbered like D4'),
    title: words,
    paraphrase: words,
    speaker: words,
    mode: z.enum(Object.keys(speechModes) as (keyof typeof speechModes)[]),
    verb: words.nullish(),
    zh: words.nullish(),
    pinyin: words.nullish(),
    source: id,
  }),
);

export const sourcesSchema = z.array(
  z.strictObject({
    id,
    title: words,
    publisher: words,
    author: words.nullish(),
    date,
    url: webAddress.nullish(),
    language: z.string().default('en'),
    kind: z.enum(['news', 'law', 'standard', 'paper', 'report', 'official', 'company', 'reference']),
    primary: z.boolean(),
    usedFor: words,
    note: words.nullish(),
  }),
);
export type Source = z.output<typeof sourcesSchema>[number];

export const glossarySchema = z.array(
  z.strictObject({
    id,
    term: words,
    zh: words.nullish(),
    pinyin: words.nullish(),
    definition: words,
    see: z.array(id).default([]),
  }),
);

export const moduleSchema = z.strictObject({ id, title: words, summary: words });

export const lessonSchema = z.strictObject({
  id,
  title: words,
  summary: words,
  minutes: z.int().min(1).max(180),
  directives: z.array(words).default([]),
  objectives: z.array(words).min(1),
  verified: day,
});

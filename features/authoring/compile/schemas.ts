import * as z from 'zod';
import { type Draw, longestTag, mostDraws, tagsIn } from '@/rules/assessment/bank';
import { countings, releasings, reviews } from '@/rules/assessment/quiz';
import { isZone } from '@/rules/learning/release';
import {
  type EvidenceLevel,
  evidenceLevels,
  type SpeechMode,
  speechModes,
} from '@/rules/sources/evidence-levels';
import { id, isLocalTime, words } from './schema-parts';
import { work } from './work-schema';

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date reads "2019", "2019-10" or "2019-10-25"');
const day = z.iso.date();
const webAddress = z.url({ protocol: /^https?$/ });

export const courseSchema = z.strictObject({
  slug: id.refine((slug) => slug !== 'review', 'the daily review has this address; choose another one'),
  title: words,
  summary: words,
  language: z.string().min(2),
  level: words,
  zone: words.refine(isZone, 'this is no time zone; write one like Asia/Shanghai or UTC'),
  verified: day,
  outcomes: z.array(words).min(1),
  audience: z.array(words).min(1),
  notFor: z.array(words).default([]),
  authors: z.array(z.strictObject({ name: words, about: words })).min(1),
  /** What the course is built on; a course may be built on nothing in particular. */
  builtOn: z.strictObject({ title: words, publisher: words, date, note: words }).nullish(),
  /** A picture among the assets; without one the cover is drawn. */
  cover: z
    .string()
    .regex(/^assets\//, 'a cover is a picture below assets/')
    .nullish(),
});
export type CourseHead = z.output<typeof courseSchema>;

/** The number of a passage, like D4. */
export const passageId = z.string().regex(/^[A-Z]\d{1,3}$/, 'a passage is numbered like D4');
const mode = z.enum(Object.keys(speechModes) as SpeechMode[]);

export const passagesSchema = z.array(
  z.strictObject({
    id: passageId,
    title: words,
    paraphrase: words,
    speaker: words,
    mode,
    verb: words.nullish(),
    zh: words.nullish(),
    pinyin: words.nullish(),
    source: id,
  }),
);

export const sourceKinds = [
  'news',
  'law',
  'standard',
  'paper',
  'report',
  'official',
  'company',
  'reference',
] as const;

const sourceSchema = z.strictObject({
  id,
  title: words,
  publisher: words,
  author: words.nullish(),
  date,
  url: webAddress.nullish(),
  language: z.string().default('en'),
  kind: z.enum(sourceKinds),
  primary: z.boolean(),
  usedFor: words,
  note: words.nullish(),
});
export const sourcesSchema = z.array(sourceSchema);
export type Source = z.output<typeof sourceSchema>;

/** What is known of a passage beside its words and who says it. */
const passageWords = {
  title: words.nullish(),
  /** In our own words; where it stands, readers see it instead of the text. */
  paraphrase: words.nullish(),
  verb: words.nullish(),
  zh: words.nullish(),
  pinyin: words.nullish(),
  /** The directive or theme it belongs to. */
  theme: words.nullish(),
  evidence: z.enum(Object.keys(evidenceLevels) as EvidenceLevel[]).nullish(),
  /** Why the rules propose what stands here; it goes when a person has checked the passage. */
  proposed: words.nullish(),
};

/** A source that lessons are framed from, with its text in numbered passages. Ids of passages are for ever. */
export const documentSchema = sourceSchema.extend({
  /** On what terms its words may be used, and whose words it retells. */
  rights: words.nullish(),
  retells: words.nullish(),
  /** Readers may not see its words: every passage that a lesson uses needs a paraphrase. */
  paraphraseOnly: z.boolean().nullish(),
  /** The highest number ever given to one of its passages, so that none is given twice. */
  numbered: passageId.nullish(),
  passages: z.array(z.strictObject({ id: passageId, text: words, speaker: words, mode, ...passageWords })),
  /**
   * Page furniture and passages that were taken out, to be put back in front of the passage they stood
   * before. What was a passage keeps its number and what was known of it.
   */
  removed: z
    .array(
      z.strictObject({
        before: passageId.nullish(),
        text: words,
        why: words,
        was: z.strictObject({ id: passageId, speaker: words, mode, ...passageWords }).nullish(),
      }),
    )
    .default([]),
});
export type SourceDocument = z.output<typeof documentSchema>;

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

/** Local time in the zone of the course. */
const opens = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$/, 'a release reads "2026-12-01" or "2026-12-01 09:00"')
  .nullish();
/** The module that has to be complete first. */
const after = id.nullish();

export const moduleSchema = z.strictObject({ id, title: words, summary: words, opens, after });

/** Tags in a list, or in one text with commas. */
const tags = z
  .union([z.array(words), z.string()], 'tags are a list, like [hash, easy]')
  .transform((value) => tagsIn(Array.isArray(value) ? value.join(',') : value))
  .pipe(z.array(z.string().max(longestTag, `a tag is at most ${longestTag} characters long`)))
  .default([]);

const drawCount = z.int().min(1).max(200);

/** How many of all questions, or from where how many; without `from` they are the quiz's own. */
const draw = z.union(
  [
    drawCount,
    z
      .array(z.strictObject({ from: id.optional(), tags, count: drawCount }))
      .min(1)
      .max(mostDraws)
      .transform((list) => list.map(({ from, ...rest }): Draw => ({ from: from ?? null, ...rest }))),
  ],
  'this is a number from 1 to 200, or a list like [{from: name-of-a-set, count: 5}]',
);

/** The rules of a quiz, which make a lesson one. */
const quiz = z
  .strictObject({
    mode: z.enum(['practice', 'graded']).default('graded'),
    minutes: z.int().min(1).max(600).optional(),
    attempts: z.int().min(1).max(100).optional(),
    counts: z.enum(countings).default('best'),
    pass: z.int().min(1).max(100).default(70),
    draw: draw.optional(),
    shuffle: z.boolean().optional(),
    review: z.enum(reviews).default('answers-after-last'),
    hints: z.enum(['on', 'off']).optional(),
    confidence: z.boolean().optional(),
    closes: z
      .string()
      .refine(isLocalTime, 'a quiz closes at a day and a time, like "2026-12-01 18:00"')
      .optional(),
    release: z.enum(releasings).optional(),
    /** Whether graders see no name while they mark what is written. */
    anonymous: z.boolean().optional(),
    /** The promise for what they mark, in days. */
    turnaround: z.int().min(1).max(90).optional(),
    due: z
      .string()
      .refine(isLocalTime, 'a quiz is due at a day and a time, like "2026-12-01 18:00"')
      .optional(),
    late: z
      .strictObject({ perDay: z.int().min(1).max(100), floor: z.int().min(0).max(100).default(0) })
      .optional(),
  })
  .refine(({ due, late }) => due !== undefined || late === undefined, {
    path: ['late'],
    message: 'nothing is late in a quiz that is never due',
  })
  .refine(({ due, closes }) => !due || !closes || due <= closes, {
    path: ['due'],
    message: 'it is due after it has closed',
  });

/** Pages of a course that have the address of a lesson. */
const pagesOfCourse = ['claim-log', 'grades', 'library', 'record'];

export const lessonSchema = z.strictObject({
  id: id.refine(
    (name) => !pagesOfCourse.includes(name),
    'a page of every course has this address; choose another id',
  ),
  title: words,
  summary: words,
  /** Estimated from the words and the blocks where it is left out. */
  minutes: z.int().min(1).max(180).nullish(),
  directives: z.array(words).default([]),
  objectives: z.array(words).min(1),
  verified: day,
  /** Lessons that have to be complete first. */
  prerequisites: z.array(id).default([]),
  /** Lessons that it builds on: learners are told, and nothing is locked. */
  preparation: z.array(id).default([]),
  quiz: quiz.optional(),
  work: work.optional(),
  opens,
  after,
});

/** The head of a set of the question bank. */
export const setSchema = z.strictObject({
  title: words,
  /** What its questions test; a question names one by its number. */
  objectives: z.array(words).default([]),
  /** Carried by every question of the set. */
  tags,
});

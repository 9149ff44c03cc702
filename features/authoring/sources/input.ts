import * as z from 'zod';
import { languageNamed } from '@/rules/authoring/course-draft';
import { plainLine } from '@/rules/sources/clean-document';
import {
  type EvidenceLevel,
  evidenceLevels,
  type SpeechMode,
  speechModes,
} from '@/rules/sources/evidence-levels';
import { sourceKinds } from '../compile/schemas';
import { draftText } from '../studio';

const oneLine = (most: number) =>
  draftText.transform(plainLine).refine((line) => line.length <= most, `Use at most ${most} characters.`);

/** One line of text that has to be there. */
export const line = (most: number, missing: string) => oneLine(most).refine((text) => text !== '', missing);

/** One line of text, or nothing. */
const optionalLine = (most: number) =>
  oneLine(most)
    .default('')
    .transform((text) => (text === '' ? null : text));

const isDate = (date: string): boolean => {
  if (!/^[12]\d{3}(-\d{2}(-\d{2})?)?$/.test(date)) return false;
  const full = `${date}${'-01-01'.slice(date.length === 4 ? 0 : 3)}`.slice(0, 10);
  const day = new Date(`${full}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(full);
};

const isWebAddress = (url: string): boolean => z.url({ protocol: /^https?$/ }).safeParse(url).success;

/** What is known of a source document beside its text. */
export const documentDetails = {
  title: line(300, 'Enter the title, as it stands above the text.'),
  publisher: line(200, 'Enter who published it.'),
  author: optionalLine(200),
  date: oneLine(20).refine(isDate, 'Enter a date like 2019, 2019-10 or 2019-10-25.'),
  /** Left empty, it is recognised from the text. */
  language: oneLine(40)
    .default('')
    .refine(
      (tag) => tag === '' || languageNamed(tag) !== null,
      'Enter a language by its tag, for example en or zh.',
    )
    .transform((tag) => (tag === '' ? null : languageNamed(tag))),
  url: oneLine(2_000)
    .default('')
    .refine((url) => url === '' || isWebAddress(url), 'Enter a whole web address, beginning with https://.')
    .transform((url) => (url === '' ? null : url)),
  kind: z.enum(sourceKinds, { error: 'Choose what kind of source it is.' }),
  primary: z.stringbool().default(false),
  usedFor: line(500, 'Say in one sentence what the lessons take from it.'),
  rights: optionalLine(500),
  retells: optionalLine(500),
  paraphraseOnly: z.stringbool().default(false),
};

const evidence = z.enum(['', ...(Object.keys(evidenceLevels) as EvidenceLevel[])], {
  error: 'Choose a level, or none.',
});

/** What a person says of a passage. */
export const passageFields = {
  speaker: line(200, 'Say who speaks: a name, an office, or the writer.'),
  mode: z.enum(Object.keys(speechModes) as SpeechMode[], { error: 'Choose how the words are carried.' }),
  verb: optionalLine(60),
  theme: optionalLine(120),
  evidence: evidence.default('').transform((level) => (level === '' ? null : level)),
  title: optionalLine(160),
  zh: optionalLine(300),
  pinyin: optionalLine(400),
  paraphrase: optionalLine(4_000),
};
export const passageFieldNames = Object.keys(passageFields) as (keyof typeof passageFields)[];

/** The number of a passage. */
export const passageNumber = z.string().regex(/^[A-Z]\d{1,3}$/);

/** What somebody saw of a passage: its number and its version. */
export const seenPassage = z
  .string()
  .regex(/^[A-Z]\d{1,3}\.[\w-]{12}$/)
  .transform((text) => {
    const [id, version] = text.split('.') as [string, string];
    return { id, version };
  });

/** Some of them, as ticked in a list. */
export const seenPassages = z
  .array(seenPassage, { error: 'Tick the passages first.' })
  .min(1, 'Tick the passages first.')
  .max(999);

/** What a passage said before it was changed with others, and its version since. */
export const passageBefore = z.strictObject({
  id: passageNumber,
  version: z.string().regex(/^[\w-]{12}$/),
  speaker: passageFields.speaker,
  proposed: oneLine(500).nullable(),
});

/**
 * How an answer is given; the page asks this and nothing else of a kind of question. Whatever the form, an
 * answer is a list of strings, so that a plain form without a script can post it:
 * - `one`, `many`: the ids of the options that were chosen.
 * - `order`: the ids of all options, from first to last.
 * - `places`: for each place, in the order of the places, the id of the option that was put there; '' for none.
 * - `essay`: a text of several paragraphs and, where it is judged by its writer, for each criterion the level, from 0.
 * - `text`: what was typed, and after it the unit where there are units to choose from.
 * - `gaps`: what was typed or chosen, gap by gap.
 * - `areas`: the id of the option whose area on the picture was chosen.
 * - `spans`: for each marked span five strings: its first and last word, from 0, and one id of each label.
 */
export type AnswerForm = 'one' | 'many' | 'order' | 'places' | 'text' | 'essay' | 'gaps' | 'areas' | 'spans';

/** One gap of a text: typed, or chosen from what is offered. */
export type Gap = { kind: 'typed'; letters: number } | { kind: 'chosen'; options: string[] };

/** An area on a picture, in hundredths of its width and height. */
export type Area = { id: string; left: number; top: number; width: number; height: number };

/** A label that each marked span carries: who speaks, in which mode, on what evidence. */
export type SpanLabel = { name: string; options: { id: string; label: string }[] };

/**
 * What a form asks beyond the prompt and the options; the other forms need no more. `picture` and `parts` are
 * html; `heads` is what places and options are called; `words` are those of a passage, each with the space
 * after it, so that joined they are the passage.
 */
export type Ask =
  | { form: 'one'; groups: { label: string; ids: string[] }[] }
  | { form: 'places'; heads?: { place: string; option: string }; places: { id: string; html: string }[] }
  | { form: 'text'; numeric: boolean; units: string[]; lang: string | null }
  | {
      form: 'essay';
      /** Words: the least and the most that are asked for. */
      least: number;
      most: number;
      lang: string | null;
      /** What it is judged by, with the most points; what each level is like is shown afterwards. */
      judged: { title: string; points: number }[];
    }
  | { form: 'gaps'; parts: string[]; gaps: Gap[] }
  | { form: 'areas'; picture: string; areas: Area[] }
  | { form: 'spans'; words: string[]; lang: string | null; labels: SpanLabel[]; atMost: number };

/** How many strings an answer has at the most, and how long each may be; `text` is for what is written at length. */
export const answerLimits = { entries: 200, length: 500, text: 20_000 } as const;

/** Whether nothing was given at all. */
export const isBlank = (answer: readonly string[]): boolean => answer.every((entry) => entry.trim() === '');

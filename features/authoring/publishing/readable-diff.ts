import {
  type EditionContent,
  type EditionDiff,
  editionDiff,
  isUnchanged,
  type LessonChange,
} from '@/rules/editions/edition-diff';
import type { BlockChange } from '@/rules/editions/edition-diff-blocks';
import type { QuestionChange } from '@/rules/editions/edition-diff-questions';
import type { WordChange } from '@/rules/editions/edition-diff-words';
import { type TextPart, wordDiff } from './word-diff';

type ShownWords = { what: string; parts: TextPart[] };
export type ShownBlock = Omit<BlockChange, 'text' | 'question'> & {
  text: TextPart[] | null;
  question: (Omit<QuestionChange, 'prompt'> & { prompt: TextPart[] | null }) | null;
};
export type ShownLesson = Omit<LessonChange, 'words' | 'blocks'> & {
  counts: { added: number; changed: number; removed: number; moved: number; questions: number };
  words: ShownWords[];
  /** Null where there is too much to show at once: the lesson is then shown by itself. */
  blocks: ShownBlock[] | null;
};
/** The differences between two versions, as pages show them. */
export type ShownDiff = Omit<EditionDiff, 'course' | 'modules' | 'lessons'> & {
  same: boolean;
  course: ShownWords[];
  modules: (Omit<EditionDiff['modules'][number], 'words'> & { words: ShownWords[] })[];
  lessons: ShownLesson[];
};

/** Characters of text that are compared and shown on one page; what comes after is a link. */
const mostText = 150_000;

const shownWords = (words: readonly WordChange[]): ShownWords[] =>
  words.map(({ what, before, after }) => ({ what, parts: wordDiff(before, after) }));

const shownText = (change: WordChange | null): TextPart[] | null =>
  change && wordDiff(change.before, change.after);

const shownBlock = ({ text, question, ...block }: BlockChange): ShownBlock => ({
  ...block,
  text: shownText(text),
  question: question && { ...question, prompt: shownText(question.prompt) },
});

const lengthOf = ({ blocks }: LessonChange): number =>
  blocks.reduce((sum, { text }) => sum + (text ? text.before.length + text.after.length : 0) + 100, 0);

const count = (blocks: readonly BlockChange[], change: BlockChange['change']): number =>
  blocks.filter((block) => block.change === change).length;

function shownLesson(lesson: LessonChange, whole: boolean): ShownLesson {
  const { blocks, words, ...rest } = lesson;
  return {
    ...rest,
    counts: {
      added: count(blocks, 'added'),
      changed: count(blocks, 'changed'),
      removed: count(blocks, 'removed'),
      moved: blocks.filter(({ moved }) => moved).length,
      questions: blocks.filter(({ question, change }) => question && change === 'changed').length,
    },
    words: shownWords(words),
    blocks: whole ? blocks.map(shownBlock) : null,
  };
}

/** Compares two versions of a course for people; with a lesson, of the lessons that one alone, whole. */
export function readableDiff(before: EditionContent, after: EditionContent, only?: string): ShownDiff {
  const diff = editionDiff(before, after);
  let left = mostText;
  const lessons = diff.lessons
    .filter(({ id }) => only === undefined || id === only)
    .map((lesson) => {
      const length = lengthOf(lesson);
      const whole = only !== undefined || length <= left;
      if (whole) left -= length;
      return shownLesson(lesson, whole);
    });
  return {
    same: isUnchanged(diff),
    course: shownWords(diff.course),
    modules: diff.modules.map((module) => ({ ...module, words: shownWords(module.words) })),
    lessons,
  };
}

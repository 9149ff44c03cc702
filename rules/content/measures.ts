import type { ContentLesson } from './course';
import { sentencesIn, wordsOf } from './sentences';

/** The words a learner reads in a lesson: without front matter, questions, code, attributes and marks. */
export function lessonWords(markdown: string): number {
  const text = markdown
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/^:::question[\s\S]*?^:::$/gm, '')
    .replace(/^```[\s\S]*?^```$/gm, '')
    .replace(/:cite\[[^\]]*\]/g, '')
    .replace(/\{[#a-z][^}]*\}|^:{2,}[a-z-]*/gm, '')
    .replace(/[^\p{L}\p{N}\s'’-]/gu, ' ');
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/**
 * The syllables of an English word, counted as groups of vowels. A silent e at the end is none, except after a
 * consonant and l ("table"). Wrong for some words, and fair over a lesson.
 */
export function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '');
  const groups = letters
    .replace(/(?<=[^aeiouyl])(e|es|ed)$|(?<=[aeiouy]l)(e|es|ed)$/, '')
    .match(/[aeiouy]+/g);
  return Math.max(1, groups?.length ?? 0);
}

/**
 * The grade of school that a text asks for, by the formula of Flesch and Kincaid: 0.39 words per sentence and 11.8
 * syllables per word, less 15.59 (J. P. Kincaid and others, Derivation of New Readability Formulas for Navy Enlisted
 * Personnel, Research Branch Report 8-75, 1975).
 */
export function readingGrade(sentences: readonly string[]): number {
  const words = sentences.map((sentence) => wordsOf(sentence).filter((word) => /[a-z]/i.test(word)));
  const said = words.filter(({ length }) => length > 0);
  const all = said.flat();
  if (all.length === 0) return 0;
  const spoken = all.reduce((sum, word) => sum + syllables(word), 0);
  return 0.39 * (all.length / said.length) + 11.8 * (spoken / all.length) - 15.59;
}

/** The running sentences of a lesson: no headings, tables or questions. */
export const runningSentences = (lesson: ContentLesson): string[] =>
  sentencesIn(lesson)
    .filter(({ paragraph: { form, within } }) => /prose|item/.test(form) && within?.kind !== 'question')
    .map(({ text }) => text);

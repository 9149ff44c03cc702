import { type ContentLesson, type ContentRule, taught } from './course';
import { plainText } from './plain-text';

/** The id that a `:term` names, as the compiler works it out. */
const termLink = /:term\[([^\]]*)\](?:\{[^}]*\bref=["']?([a-z0-9-]+)["']?[^}]*\})?/g;
const linksIn = (raw: string): string[] =>
  [...raw.matchAll(termLink)].map(
    ([, text = '', ref]) => ref ?? text.trim().toLowerCase().replace(/\s+/g, '-'),
  );

/** The course has a glossary, and its lessons use every term of it. */
export const usesItsGlossary: ContentRule = ({ glossary, lessons, verified }) => {
  const used = new Set(lessons.flatMap(({ content }) => content.terms.map(({ id }) => id)));
  if (glossary.length === 0) return [{ file: verified.file, line: 1, message: 'the course has no glossary' }];
  return glossary
    .filter(({ id }) => !used.has(id))
    .map(({ file, line, id }) => ({
      file,
      line,
      message: `no lesson uses the term ${id}: link it with :term, or take it out`,
    }));
};

const escaped = (words: string) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');

type Read = { line: number; links: string[]; own: string };

/**
 * What a lesson says outside of headings and questions, with its links. What is linked to a term is that term:
 * "collision" is not used in "collision resistance". Read once, since every term asks every lesson.
 */
const readingOf = ({ paragraphs }: ContentLesson): Read[] =>
  paragraphs
    .filter(({ form, within }) => form !== 'heading' && within?.kind !== 'question')
    .map(({ line, raw }) => ({ line, links: linksIn(raw), own: plainText(raw.replace(termLink, ' ')) }));

/** Where a lesson first has the words of a term, and whether a link stands there. */
function firstUse(read: Read[], id: string, words: RegExp) {
  const use = read.find(({ links, own }) => links.includes(id) || words.test(own));
  // The cells of a row have one line, and one link is enough for them.
  return (
    use && { line: use.line, linked: read.some(({ line, links }) => line === use.line && links.includes(id)) }
  );
}

/** Words that hardly mean anything else: several of them, a capital or a digit. "block" or "certificate" may. */
const isDistinct = (term: string): boolean => /[\p{Lu}\p{N}\s-]/u.test(term);

/**
 * A term is linked where it is first used: in the paragraph that first has its words, of the first lesson that has
 * them. A common word counts from the first lesson on that links it, because before it may mean something else.
 */
export const linksTermsAtFirst: ContentRule = (course) => {
  const lessons = taught(course).map((lesson) => ({ lesson, read: readingOf(lesson) }));
  return course.glossary.flatMap(({ id, term }) => {
    const words = new RegExp(`(?<![\\p{L}\\p{N}-])${escaped(term)}(?:s|es)?(?![\\p{L}\\p{N}-])`, 'iu');
    for (const { lesson, read } of lessons) {
      const links = lesson.content.terms.some((one) => one.id === id);
      const use = links || isDistinct(term) ? firstUse(read, id, words) : undefined;
      if (!use) continue;
      if (use.linked) return [];
      const message = `“${term}” is first used here, and not linked: write :term[${term}]{ref=${id}}`;
      return [{ file: lesson.file, line: use.line, message }];
    }
    return [];
  });
};

import type { ContentText, Paragraph } from './content-text';

export type Sentence = { line: number; text: string; paragraph: Paragraph };

/** After a full stop, a question or exclamation mark, where the next sentence begins. */
const ends = /(?<=[.!?]["”’)]?)\s+(?=["“‘(]?[\p{Lu}\p{N}])/u;

/** The sentences of a text, each with the line on which it begins. */
export function sentencesIn({ paragraphs }: Pick<ContentText, 'paragraphs'>): Sentence[] {
  return paragraphs.flatMap((paragraph) => {
    let line = paragraph.line;
    let from = 0;
    return paragraph.text.split(ends).map((text) => {
      const at = paragraph.text.indexOf(text, from);
      line += paragraph.text.slice(from, at).split('\n').length - 1;
      const sentence = { line, text: text.replace(/\s+/g, ' ').trim(), paragraph };
      line += text.split('\n').length - 1;
      from = at + text.length;
      return sentence;
    });
  });
}

/** The words of a text that hold a letter or a digit. */
export const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

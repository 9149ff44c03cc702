/** A text as Markdown that shows it as it stands: no sign of it means anything. */
export const asItStands = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>$|~&]/g, '\\$&')
    .replace(/:(?=[a-z])/gi, '\\:')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();

/** What makes of a line something else than text: a heading, a quotation, a list, a block, a rule, a table, html. */
const begins =
  /^(\s*)(#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|:{2,}|\||`{3,}|~{3,}|=+\s*$|-{2,}|_{3,}|\*{3,}\s*$|\[[^\]]*\]:|<|\${2,})/;
const numbered = /^(\s*\d{1,9})([.)])(?=\s|$)/;

const guarded = (line: string): string => line.trim().replace(begins, '$1\\$2').replace(numbered, '$1\\$2');

/** Markdown in paragraphs of text, so that it stays inside the question that it is put into. */
export const paragraphs = (markdown: string): string =>
  markdown
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(guarded)
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The same in one line: an option, a cell, a paragraph of feedback. */
export const oneLine = (markdown: string): string => guarded(markdown.replace(/\s+/g, ' '));

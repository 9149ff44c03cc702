/** The front matter of a Markdown file, its text, and the number of lines before the text. */
export function splitFrontMatter(text: string): { head: string; body: string; bodyLine: number } | null {
  const match = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(text);
  if (!match) return null;
  const bodyLine = match[0].split('\n').length - 1;
  return { head: match[1] ?? '', body: text.slice(match[0].length), bodyLine };
}

import { stringify } from 'yaml';

/** The text of a set with these questions, written in Markdown. */
export const setText = (title: string, questions: readonly string[] = []): string =>
  [`---\n${stringify({ title }, { lineWidth: 0 })}---`, ...questions].join('\n\n').concat('\n');

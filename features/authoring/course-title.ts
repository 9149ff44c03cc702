import { parseDocument } from 'yaml';

/** The title in a course.yaml, even in one with mistakes elsewhere; null when there is none. */
export function courseTitle(text: string): string | null {
  const title: unknown = parseDocument(text, { prettyErrors: false }).get('title');
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

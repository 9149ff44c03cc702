import { parseDocument } from 'yaml';
import { readDocument } from './document-file';

export type ThemeOption = { value: string; label: string };

/** Directives of passages.yaml, as far as it can be read. */
function directives(text: string): ThemeOption[] {
  try {
    const value: unknown = parseDocument(text, { prettyErrors: false }).toJS();
    return (Array.isArray(value) ? value : []).flatMap((entry) => {
      const { id, title } = Object(entry);
      return typeof id === 'string' ? { value: id, label: `${id} ${title ?? ''}`.trim() } : [];
    });
  } catch {
    return [];
  }
}

/** What a passage may belong to: the directives of the course, and the themes that its documents use. */
export function themesOf(texts: ReadonlyMap<string, string>): ThemeOption[] {
  const known = directives(texts.get('passages.yaml') ?? '');
  const used = [...texts]
    .filter(([path]) => path.startsWith('documents/'))
    .flatMap(([, text]) => readDocument(text)?.passages.flatMap(({ theme }) => theme ?? []) ?? []);
  const fresh = [...new Set(used)].filter((theme) => !known.some(({ value }) => value === theme)).sort();
  return [...known, ...fresh.map((theme) => ({ value: theme, label: theme }))];
}

import { parseDocument } from 'yaml';
import { formatSourceDate } from '@/rules/sources/source-date';

export type BibliographyEntry = {
  id: string;
  title: string;
  publisher: string;
  date: string;
  language: string;
  url: string | null;
  kind: string;
  primary: boolean;
  path: string;
};

const listIn = (text: string): unknown[] => {
  try {
    const value: unknown = parseDocument(text, { prettyErrors: false }).toJS();
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
};

const isWebAddress = (url: unknown): url is string => typeof url === 'string' && /^https?:\/\//i.test(url);

/** The entries of sources/*.yaml, as far as they can be read: a mistake in one does not hide the others. */
export function readBibliography(texts: ReadonlyMap<string, string>): BibliographyEntry[] {
  return [...texts]
    .filter(([path]) => /^sources\/.*\.yaml$/.test(path))
    .flatMap(([path, text]) =>
      listIn(text).flatMap((entry) => {
        const { id, title, publisher, date, language, url, kind, primary } = Object(entry);
        if (typeof id !== 'string') return [];
        return {
          id,
          title: String(title ?? id),
          publisher: String(publisher ?? ''),
          date: formatSourceDate(String(date ?? '')),
          language: String(language ?? 'en'),
          url: isWebAddress(url) ? url : null,
          kind: String(kind ?? ''),
          primary: primary === true,
          path,
        };
      }),
    )
    .sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

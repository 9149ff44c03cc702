const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** The name of a language, for people: "Chinese" for `zh`. */
export function languageName(tag: string): string {
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}

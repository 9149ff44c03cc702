/** Values by name as JSON of one spelling (RFC 8785): names in order, nothing between. */
export const canonicalJson = (values: Readonly<Record<string, string>>): string =>
  `{${Object.keys(values)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(values[name])}`)
    .join(',')}}`;

/** The values that a text of this form holds; none for any other text. */
export function valuesIn(text: string): Record<string, string> {
  try {
    const read: unknown = JSON.parse(text);
    if (read === null || typeof read !== 'object' || Array.isArray(read)) return {};
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  } catch {
    return {};
  }
}

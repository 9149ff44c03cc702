export type EditionParams = Promise<{ edition?: string | string[] }>;

/** The edition that an address asks for; without one, all of them. */
export async function editionFrom(searchParams: EditionParams): Promise<string> {
  const { edition } = await searchParams;
  return typeof edition === 'string' ? edition : 'all';
}

/** An address that keeps the edition that was chosen. */
export const withEdition = (path: string, edition: string): string =>
  edition === 'all' ? path : `${path}?edition=${edition}`;

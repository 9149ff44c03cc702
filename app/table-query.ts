type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The query of an address as it was written, with fields that are there more than once. */
export async function tableQuery(searchParams: SearchParams): Promise<URLSearchParams> {
  const fields = Object.entries(await searchParams).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(fields);
}

/** An address with a query, or without one where there is nothing to say. */
export const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

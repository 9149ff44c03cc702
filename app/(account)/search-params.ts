export type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** One value from the query of an address; nothing when it is missing or given twice. */
export async function searchParam(params: SearchParams, name: string): Promise<string> {
  const value = (await params)[name];
  return typeof value === 'string' ? value : '';
}

/** Something in words, before and after. Empty where there was or is nothing. */
export type WordChange = { what: string; before: string; after: string };

/** Equal data. The database orders the keys of what it stores, so their order says nothing. */
export function sameData(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    sameData(left[key], right[key]),
  );
}

/** Which of `after` changed places, taking as few as possible: all but a longest run that kept its order. */
export function outOfOrder(before: readonly string[], after: readonly string[]): Set<string> {
  const place = new Map(before.map((id, index) => [id, index]));
  const common = after.filter((id) => place.has(id));
  type Run = { id: string; was: number | undefined; before: Run | undefined };
  // The run that ends earliest in the old order, for every length a run may have.
  const runs: Run[] = [];
  for (const id of common) {
    const was = place.get(id);
    const longer = runs.findIndex((run) => Number(run.was) > Number(was));
    const length = longer === -1 ? runs.length : longer;
    runs[length] = { id, was, before: runs[length - 1] };
  }
  const moved = new Set(common);
  for (let run = runs.at(-1); run; run = run.before) moved.delete(run.id);
  return moved;
}

const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(inWords).join('\n');
  if (typeof value === 'object') return Object.values(value).map(inWords).filter(Boolean).join(', ');
  return String(value);
};

/** The fields in which two things differ, by their names for people. */
export function wordChanges(names: Record<string, string>, before: object, after: object): WordChange[] {
  const [left, right] = [before as Record<string, unknown>, after as Record<string, unknown>];
  return Object.entries(names)
    .filter(([field]) => !sameData(left[field] ?? null, right[field] ?? null))
    .map(([field, what]) => ({ what, before: inWords(left[field]), after: inWords(right[field]) }));
}

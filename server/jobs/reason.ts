/** What the database said, without the statement that drizzle puts before it. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return (cause instanceof Error ? cause.message : error.message).slice(0, 500);
}

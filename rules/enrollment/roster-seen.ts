import type { RowKeys } from './roster-plan';

/**
 * Whom a list has named so far. Only a row that counts is the first of its person; for the question who is
 * missing from a list every row counts, whatever else is wrong with it.
 */
export function listSoFar() {
  const emails = new Map<string, number | null>();
  const ids = new Map<string, number | null>();
  return {
    /** An earlier line that counts, with the same address or the same id. */
    earlier({ email, externalId }: RowKeys): { line: number; column: 'email' | 'externalId' } | null {
      const byEmail = email === null ? null : emails.get(email);
      if (byEmail) return { line: byEmail, column: 'email' };
      const byId = externalId === null ? null : ids.get(externalId);
      return byId ? { line: byId, column: 'externalId' } : null;
    },
    /** Notes a row; `counts` when it is the one that stands for its person. */
    add({ email, externalId }: RowKeys, line: number, counts: boolean): void {
      if (email !== null && (counts || !emails.has(email))) emails.set(email, counts ? line : null);
      if (externalId !== null && (counts || !ids.has(externalId))) ids.set(externalId, counts ? line : null);
    },
    /** Whether any row names this person. */
    names: ({ email, externalId }: RowKeys): boolean =>
      (email !== null && emails.has(email)) || (externalId !== null && ids.has(externalId)),
  };
}

import type { Db } from '@/db/client';
import { takeDatesTurn } from '@/db/queries/enrollments';
import {
  allowLongStatements,
  lockForDates,
  lockTerms,
  type StoredTerms,
  saveTerms,
  type TermsScope,
} from '@/db/queries/terms';
import { readTerms, type SetTerms, type TermsForm } from '@/rules/enrollment/enrollment-settings';
import { InvalidInput, Refused } from '@/server/operation';

type Also = { name?: string; zone?: string; editionId?: string | null };

/** The terms of a form, or the mistakes of its fields. */
export function termsOfForm(form: TermsForm, zone: string, before: SetTerms | null): SetTerms {
  const read = readTerms(form, zone, before);
  if ('fields' in read) throw new InvalidInput(read.fields as Record<string, string>);
  return read.terms;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Saves terms that were read from a form on top of `stored`, of which the form showed `version`. Dates reach
 * the enrollments that have none of their own, so those are locked first, as everybody does.
 * @returns the names of what changed, for the audit log.
 */
export async function saveScope(
  db: Db,
  scope: TermsScope,
  stored: StoredTerms,
  {
    courseId,
    version,
    terms,
    also = {},
  }: { courseId: string; version: number; terms: SetTerms; also?: Also },
): Promise<string[]> {
  const before: Record<string, unknown> = { ...stored.terms, zone: stored.zone };
  const after: Record<string, unknown> = { ...terms, ...also };
  const changed = Object.keys(after).filter((name) => name in before && !same(before[name], after[name]));
  if (changed.includes('startsAt') || changed.includes('endsAt')) {
    await allowLongStatements(db);
    await takeDatesTurn(db, courseId);
    await lockForDates(db, scope);
  }
  await lockTerms(db, scope);
  const saved = await saveTerms(db, scope, version, terms, also);
  if (saved.saved) return changed;
  if (saved.taken === null) throw new Refused('changed-meanwhile');
  throw new InvalidInput({
    seats: `${saved.taken} ${saved.taken === 1 ? 'seat is' : 'seats are'} taken, so there cannot be fewer.`,
  });
}

import type { RefusalCode } from '../refusals';

type Standing = {
  actorId: string;
  personId: string;
  /** Everybody who is an administrator now and not suspended. */
  adminIds: readonly string[];
};

/**
 * Why an administrator may not change the role of this person or suspend them now, or null when they
 * may. Somebody must always be left who can undo it.
 */
export function standingRefusal({ actorId, personId, adminIds }: Standing): RefusalCode | null {
  if (adminIds.length === 1 && adminIds[0] === personId) return 'last-admin';
  return personId === actorId ? 'not-yourself' : null;
}

import type { CourseRole } from '../accounts/roles';
import type { RefusalCode } from '../refusals';

/**
 * Why a person's role in a course cannot become another one, or none at all, or null when it can. Somebody
 * must always be left who decides about the course.
 * @param ownerIds Everybody who owns the course now and is not suspended.
 */
export function staffRefusal({
  ownerIds,
  personId,
  to,
}: {
  ownerIds: readonly string[];
  personId: string;
  to: CourseRole | null;
}): RefusalCode | null {
  const last = ownerIds.length === 1 && ownerIds[0] === personId;
  return last && to !== 'owner' ? 'last-owner' : null;
}

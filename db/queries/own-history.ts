import { and, desc, eq, lt, notInArray, notLike, type SQL } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Db } from '../client';
import { auditLog, courses, enrollmentEvents, enrollments } from '../schema';

/** What becomes of grades is told where they are, once they are released. */
const ofGrades = ['set-grade', 'remove-override'];

/**
 * What a person did and what was done to their account, newest first: along two indexes, a page of each. What
 * became of their enrollments is in a history of its own.
 */
export async function deedsOfPerson(db: Db, userId: string, before: number | null, limit: number) {
  const leg = (which: SQL) =>
    db
      .select({ id: auditLog.id })
      .from(auditLog)
      .where(
        and(which, notLike(auditLog.object, 'enrollment:%'), before ? lt(auditLog.id, before) : undefined),
      )
      .orderBy(desc(auditLog.id))
      .limit(limit);
  const by = eq(auditLog.actorId, userId);
  const to = and(eq(auditLog.object, `user:${userId}`), notInArray(auditLog.action, ofGrades)) as SQL;
  const found = union(leg(by), leg(to)).as('found');
  return db
    .select({
      id: auditLog.id,
      at: auditLog.at,
      actorId: auditLog.actorId,
      action: auditLog.action,
      object: auditLog.object,
      detail: auditLog.detail,
    })
    .from(auditLog)
    .innerJoin(found, eq(found.id, auditLog.id))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

/** What became of a person's enrollments, newest first; with who did it, to tell themselves from others. */
export function enrollmentDeedsOf(db: Db, userId: string, limit: number) {
  return db
    .select({
      id: enrollmentEvents.id,
      at: enrollmentEvents.at,
      actorId: enrollmentEvents.actorId,
      action: enrollmentEvents.action,
      to: enrollmentEvents.to,
      reason: enrollmentEvents.reason,
      course: courses.slug,
    })
    .from(enrollmentEvents)
    .innerJoin(enrollments, eq(enrollments.id, enrollmentEvents.enrollmentId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .where(eq(enrollments.userId, userId))
    .orderBy(desc(enrollmentEvents.id))
    .limit(limit);
}

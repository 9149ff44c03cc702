import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../client';
import {
  cohorts,
  courses,
  editions,
  enrollmentBatches,
  enrollmentEvents,
  enrollments,
  users,
} from '../schema';

/** One enrollment of a course with who it is of and where it stands. */
export async function enrollmentInCourse(db: Db, courseId: string, enrollmentId: string) {
  const [row] = await db
    .select({
      id: enrollments.id,
      courseId: enrollments.courseId,
      userId: enrollments.userId,
      name: users.name,
      email: users.email,
      externalId: users.externalId,
      state: enrollments.state,
      cohortId: enrollments.cohortId,
      cohort: cohorts.name,
      editionId: enrollments.editionId,
      edition: editions.number,
      validFrom: enrollments.validFrom,
      validUntil: enrollments.validUntil,
      endsAt: enrollments.endsAt,
      zone: sql<string>`coalesce(${enrollments.endsZone}, ${cohorts.zone}, ${courses.zone})`,
      source: enrollments.source,
      createdAt: enrollments.createdAt,
      lastActiveAt: enrollments.lastActiveAt,
      completedAt: enrollments.completedAt,
      version: enrollments.version,
    })
    .from(enrollments)
    .innerJoin(users, eq(users.id, enrollments.userId))
    .innerJoin(courses, eq(courses.id, enrollments.courseId))
    .innerJoin(editions, eq(editions.id, enrollments.editionId))
    .leftJoin(cohorts, eq(cohorts.id, enrollments.cohortId))
    .where(and(eq(enrollments.id, enrollmentId), eq(enrollments.courseId, courseId)));
  return row ?? null;
}

/** All that happened to an enrollment, newest first: who, what, why, and with which batch. */
export function historyOf(db: Db, enrollmentId: string) {
  return db
    .select({
      id: enrollmentEvents.id,
      at: enrollmentEvents.at,
      action: enrollmentEvents.action,
      from: enrollmentEvents.from,
      to: enrollmentEvents.to,
      by: users.name,
      actorId: enrollmentEvents.actorId,
      reason: enrollmentEvents.reason,
      edition: editions.number,
      /** Null also where the rows that came with a publication are no batch of enrollments. */
      batchId: enrollmentBatches.id,
      batchTitle: enrollmentBatches.title,
    })
    .from(enrollmentEvents)
    .innerJoin(editions, eq(editions.id, enrollmentEvents.editionId))
    .leftJoin(users, eq(users.id, enrollmentEvents.actorId))
    .leftJoin(enrollmentBatches, eq(enrollmentBatches.id, enrollmentEvents.batchId))
    .where(eq(enrollmentEvents.enrollmentId, enrollmentId))
    .orderBy(desc(enrollmentEvents.id))
    .limit(200);
}

/** The cohorts of a course that people can be put into. */
export function cohortsToChoose(db: Db, courseId: string) {
  return db
    .select({ id: cohorts.id, name: cohorts.name, archived: sql<boolean>`${cohorts.archivedAt} is not null` })
    .from(cohorts)
    .where(eq(cohorts.courseId, courseId))
    .orderBy(sql`${cohorts.startsAt} nulls last`, asc(cohorts.name));
}

import { and, asc, desc, eq, gte, ilike, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Db } from '../client';
import { auditLog, cohorts, courses, enrollments, users } from '../schema';

const name = sql`${users.name} collate "und-x-icu"`;

/** People by their exact address, or whose name or address contains the text. */
export async function peopleLike(db: Db, text: string, limit: number): Promise<string[]> {
  const like = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await db
    .select({ id: users.id })
    .from(users)
    .where(or(ilike(name, like), ilike(users.email, like)))
    .orderBy(desc(sql`${users.email} = ${text.toLowerCase()}`), asc(name), asc(users.id))
    .limit(limit);
  return rows.map(({ id }) => id);
}

/** The objects under which the log speaks of people: their accounts, and their enrollments. */
export async function objectsOfPeople(db: Db, ids: readonly string[], limit: number): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ id: enrollments.id })
    .from(enrollments)
    .where(inArray(enrollments.userId, [...ids]))
    .limit(limit);
  return [...ids.map((id) => `user:${id}`), ...rows.map(({ id }) => `enrollment:${id}`)];
}

/** The two names under which the log speaks of a course: its address, and its id. */
export async function objectsOfCourse(db: Db, slug: string): Promise<string[]> {
  const rows = await db.select({ id: courses.id }).from(courses).where(eq(courses.slug, slug));
  return [`course:${slug}`, ...rows.map(({ id }) => `course:${id}`)];
}

export type AuditFilter = {
  /** Deeds by these people, or done to these objects; null for all. */
  about: { actors: readonly string[]; objects: readonly string[] } | null;
  objects: readonly string[] | null;
  action: string | null;
  from: Date | null;
  until: Date | null;
  /** Entries older than this one: where a page goes on. */
  before: number | null;
};

const columns = {
  id: auditLog.id,
  seq: auditLog.seq,
  at: auditLog.at,
  actorId: auditLog.actorId,
  actor: users.name,
  action: auditLog.action,
  object: auditLog.object,
  detail: auditLog.detail,
};

const among = (column: typeof auditLog.actorId | typeof auditLog.object, values: readonly string[]): SQL =>
  values.length > 0 ? inArray(column, [...values]) : sql`false`;

/**
 * Entries newest first. By person it is two searches, each along an index of its own and no longer than a
 * page, put together: a log of millions is not sorted for it.
 */
export async function auditEntries(db: Db, filter: AuditFilter, limit: number) {
  const common = and(
    filter.objects ? among(auditLog.object, filter.objects) : undefined,
    filter.action ? eq(auditLog.action, filter.action) : undefined,
    filter.from ? gte(auditLog.at, filter.from) : undefined,
    filter.until ? lt(auditLog.at, filter.until) : undefined,
    filter.before ? lt(auditLog.id, filter.before) : undefined,
  );
  const ids = (leg?: SQL) =>
    db
      .select({ id: auditLog.id })
      .from(auditLog)
      .where(and(common, leg))
      .orderBy(desc(auditLog.id))
      .limit(limit);
  const found = filter.about
    ? union(
        ids(among(auditLog.actorId, filter.about.actors)),
        ids(among(auditLog.object, filter.about.objects)),
      )
    : ids();
  return db
    .select(columns)
    .from(auditLog)
    .leftJoin(users, eq(users.id, auditLog.actorId))
    .where(inArray(auditLog.id, found))
    .orderBy(desc(auditLog.id))
    .limit(limit);
}

/** What people call the objects of entries: names of people, courses and cohorts, and of who is enrolled in which. */
export async function objectNames(
  db: Db,
  wanted: Record<'users' | 'slugs' | 'courses' | 'enrollments' | 'cohorts', string[]>,
) {
  const [people, named, enrolled, groups] = await Promise.all([
    wanted.users.length === 0
      ? []
      : db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, wanted.users)),
    wanted.courses.length + wanted.slugs.length === 0
      ? []
      : db
          .select({ id: courses.id, slug: courses.slug })
          .from(courses)
          .where(or(inArray(courses.slug, wanted.slugs), inArray(courses.id, wanted.courses))),
    wanted.enrollments.length === 0
      ? []
      : db
          .select({ id: enrollments.id, userId: users.id, name: users.name, slug: courses.slug })
          .from(enrollments)
          .innerJoin(users, eq(users.id, enrollments.userId))
          .innerJoin(courses, eq(courses.id, enrollments.courseId))
          .where(inArray(enrollments.id, wanted.enrollments)),
    wanted.cohorts.length === 0
      ? []
      : db
          .select({ id: cohorts.id, name: cohorts.name, slug: courses.slug })
          .from(cohorts)
          .innerJoin(courses, eq(courses.id, cohorts.courseId))
          .where(inArray(cohorts.id, wanted.cohorts)),
  ]);
  return { people, courses: named, enrollments: enrolled, cohorts: groups };
}

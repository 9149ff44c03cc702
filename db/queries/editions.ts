import { and, asc, desc, eq, isNotNull, like, sql } from 'drizzle-orm';
import type { AnswerKeys, CompiledLesson, EditionManifest } from '@/rules/editions/edition';
import type { EditionLibrary } from '@/rules/library/edition-library';
import type { Db } from '../client';
import {
  answerKeys,
  auditLog,
  courses,
  editionLessons,
  editionLibraries,
  editionSources,
  editions,
  users,
} from '../schema';

/**
 * Published rows never change, so what was read once holds for ever, on one replica or twenty. The
 * newest-used are kept in memory; the oldest leave first.
 */
class Kept<Value> {
  readonly #values = new Map<string, Value>();
  constructor(private readonly most: number) {}

  async get(key: string, load: () => Promise<Value | null>): Promise<Value | null> {
    const known = this.#values.get(key);
    if (known !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, known);
      return known;
    }
    const loaded = await load();
    if (loaded === null) return null;
    this.#values.set(key, loaded);
    if (this.#values.size > this.most) this.#values.delete(this.#values.keys().next().value ?? '');
    return loaded;
  }
}

export type EditionRow = {
  id: string;
  courseId: string;
  number: number;
  publishedAt: Date;
  /** Null when it came from files on the server's own disk. */
  publishedBy: string | null;
  note: string;
  manifest: EditionManifest;
};

const manifests = new Kept<EditionRow>(100);
const lessons = new Kept<CompiledLesson>(500);
const keys = new Kept<AnswerKeys>(500);
const libraries = new Kept<{ content: EditionLibrary | null }>(50);

/** An edition with its manifest. */
export function editionById(db: Db, editionId: string): Promise<EditionRow | null> {
  return manifests.get(editionId, async () => {
    const [row] = await db
      .select({
        id: editions.id,
        courseId: editions.courseId,
        number: editions.number,
        publishedAt: editions.publishedAt,
        publishedBy: editions.publishedBy,
        note: editions.note,
        manifest: editions.manifest,
      })
      .from(editions)
      .where(eq(editions.id, editionId));
    return row ?? null;
  });
}

/** A lesson as it was published, without its answer keys. */
export function compiledLesson(db: Db, editionId: string, lessonId: string): Promise<CompiledLesson | null> {
  return lessons.get(`${editionId}:${lessonId}`, async () => {
    const [row] = await db
      .select({ content: editionLessons.content })
      .from(editionLessons)
      .where(and(eq(editionLessons.editionId, editionId), eq(editionLessons.lessonId, lessonId)));
    return row?.content ?? null;
  });
}

/** The answer keys of a lesson: for marking on the server, never for a page. */
export function lessonAnswerKeys(db: Db, editionId: string, lessonId: string): Promise<AnswerKeys | null> {
  return keys.get(`${editionId}:${lessonId}`, async () => {
    const [row] = await db
      .select({ keys: answerKeys.keys })
      .from(answerKeys)
      .where(and(eq(answerKeys.editionId, editionId), eq(answerKeys.lessonId, lessonId)));
    return row?.keys ?? null;
  });
}

/** What stands beside the lessons of an edition; null for one that has nothing, or was published before there was this. */
export async function editionLibrary(db: Db, editionId: string): Promise<EditionLibrary | null> {
  const kept = await libraries.get(editionId, async () => {
    const [row] = await db
      .select({ content: editionLibraries.content })
      .from(editionLibraries)
      .where(eq(editionLibraries.editionId, editionId));
    return { content: row?.content ?? null };
  });
  return kept?.content ?? null;
}

const turnOf = (slug: string) => sql`hashtextextended(${`publish:${slug}`}, 0)`;

/**
 * Takes the turn to publish a course, until the transaction ends; false when somebody else has it. It is no
 * lock on the course itself: enrolling and withdrawing, which lock that last, go on meanwhile.
 */
export async function takePublishingTurn(db: Db, slug: string): Promise<boolean> {
  const [row] = await db.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${turnOf(slug)}) as taken`,
  );
  return row?.taken ?? false;
}

/** A course by its address, made if it is new; locked until the transaction ends. */
export async function courseForPublishing(db: Db, slug: string, zone: string) {
  await db.execute(sql`select pg_advisory_xact_lock(${turnOf(slug)})`);
  await db.insert(courses).values({ slug, zone }).onConflictDoUpdate({ target: courses.slug, set: { zone } });
  const [course] = await db.select().from(courses).where(eq(courses.slug, slug)).for('update');
  if (!course) throw new Error(`the course ${slug} was not stored`);
  return course;
}

/** The highest edition number of a course so far; 0 before the first. */
export async function lastEditionNumber(db: Db, courseId: string): Promise<number> {
  const [row] = await db
    .select({ number: editions.number })
    .from(editions)
    .where(eq(editions.courseId, courseId))
    .orderBy(desc(editions.number))
    .limit(1);
  return row?.number ?? 0;
}

/** Makes an edition the current one: the one that new enrollments are pinned to. */
export async function setCurrentEdition(db: Db, courseId: string, editionId: string): Promise<void> {
  await db.update(courses).set({ currentEditionId: editionId }).where(eq(courses.id, courseId));
}

export async function editionByHash(db: Db, courseId: string, contentHash: string) {
  const [row] = await db
    .select({ id: editions.id, number: editions.number })
    .from(editions)
    .where(and(eq(editions.courseId, courseId), eq(editions.contentHash, contentHash)));
  return row ?? null;
}

/** Whether a course was imported from files with this hash and has been published. */
export async function importedFrom(db: Db, hash: string): Promise<boolean> {
  const [row] = await db
    .select({ id: courses.id })
    .from(courses)
    .where(and(eq(courses.sourceHash, hash), isNotNull(courses.currentEditionId)));
  return row !== undefined;
}

/** Notes the files that a course was last imported from. */
export async function setSourceHash(db: Db, courseId: string, hash: string): Promise<void> {
  await db.update(courses).set({ sourceHash: hash }).where(eq(courses.id, courseId));
}

/** Whether a person published the course, even if what they published was an edition from files. */
export async function wasPublishedByPerson(db: Db, slug: string): Promise<boolean> {
  const [row] = await db
    .select({ id: auditLog.id })
    .from(auditLog)
    .where(
      and(
        eq(auditLog.object, `course:${slug}`),
        isNotNull(auditLog.actorId),
        like(auditLog.action, 'publish-%'),
      ),
    )
    .limit(1);
  return row !== undefined;
}

/** The editions of a course, newest first, with who published each and whether its files were kept. */
export function editionsOf(db: Db, courseId: string) {
  return db
    .select({
      id: editions.id,
      number: editions.number,
      publishedAt: editions.publishedAt,
      publisher: users.name,
      note: editions.note,
      title: sql<string>`${editions.manifest}->>'title'`,
      filesKept: sql<boolean>`${editionSources.editionId} is not null`,
    })
    .from(editions)
    .leftJoin(users, eq(users.id, editions.publishedBy))
    .leftJoin(editionSources, eq(editionSources.editionId, editions.id))
    .where(eq(editions.courseId, courseId))
    .orderBy(desc(editions.number));
}

/** The id of an edition of a course by its number; null when there is none. */
export async function editionNumbered(db: Db, courseId: string, number: number): Promise<string | null> {
  const [row] = await db
    .select({ id: editions.id })
    .from(editions)
    .where(and(eq(editions.courseId, courseId), eq(editions.number, number)));
  return row?.id ?? null;
}

/** Every lesson of an edition with its keys: for comparing by the course's staff, never for a learner's page. */
export async function editionLessonsWithKeys(db: Db, editionId: string) {
  const rows = await db
    .select({ content: editionLessons.content, keys: answerKeys.keys })
    .from(editionLessons)
    .leftJoin(
      answerKeys,
      and(
        eq(answerKeys.editionId, editionLessons.editionId),
        eq(answerKeys.lessonId, editionLessons.lessonId),
      ),
    )
    .where(eq(editionLessons.editionId, editionId))
    .orderBy(asc(editionLessons.lessonId));
  return rows.map(({ content, keys: key }) => ({ content, keys: key ?? {} }));
}

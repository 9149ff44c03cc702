import { sql } from 'drizzle-orm';
import type { AnswerKeys, CompiledLesson, EditionManifest } from '@/rules/editions/edition';
import type { EditionLibrary } from '@/rules/library/edition-library';
import type { Db } from '../client';
import { answerKeys, editionLessons, editionLibraries, editions } from '../schema';

type NewLesson = { content: CompiledLesson; keys: AnswerKeys; hash: string };

type NewEdition = {
  courseId: string;
  number: number;
  contentHash: string;
  manifest: EditionManifest;
  publishedBy: string | null;
  note: string;
  lessons: NewLesson[];
  library: EditionLibrary | null;
};

/** Stores an edition whole. New enrollments are not pinned to it before it is made the current one. */
export async function recordEdition(db: Db, { lessons, library, ...edition }: NewEdition): Promise<string> {
  const [row] = await db.insert(editions).values(edition).returning({ id: editions.id });
  if (!row) throw new Error('the edition was not stored');
  const copied = await copyLessons(db, row.id, edition, lessons);
  await recordLessons(
    db,
    row.id,
    lessons.filter(({ content }) => !copied.has(content.id)),
  );
  if (library) await db.insert(editionLibraries).values({ editionId: row.id, content: library });
  return row.id;
}

/**
 * Copies the lessons that are as they were in the edition before: it takes a twentieth of the time that
 * sending, parsing and compressing them again does. @returns their ids.
 */
async function copyLessons(
  db: Db,
  editionId: string,
  { courseId, number }: { courseId: string; number: number },
  lessons: readonly NewLesson[],
): Promise<Set<string>> {
  const before = sql`(select id from editions where course_id = ${courseId} and number = ${number - 1})`;
  const wanted = JSON.stringify(lessons.map(({ content, hash }) => ({ id: content.id, hash })));
  const rows = await db.execute<{ id: string }>(sql`
    with copied as (
      insert into edition_lessons (edition_id, lesson_id, content, hash)
      select ${editionId}::uuid, l.lesson_id, l.content, l.hash
      from edition_lessons l
      join jsonb_to_recordset(${wanted}::jsonb) as w (id text, hash text) on w.id = l.lesson_id and w.hash = l.hash
      where l.edition_id = ${before} returning lesson_id
    ), keys as (
      insert into answer_keys (edition_id, lesson_id, keys)
      select ${editionId}::uuid, k.lesson_id, k.keys
      from answer_keys k join copied using (lesson_id) where k.edition_id = ${before}
    )
    select lesson_id as id from copied`);
  return new Set(rows.map(({ id }) => id));
}

async function recordLessons(db: Db, editionId: string, lessons: readonly NewLesson[]): Promise<void> {
  if (lessons.length === 0) return;
  await db
    .insert(editionLessons)
    .values(lessons.map(({ content, hash }) => ({ editionId, lessonId: content.id, content, hash })));
  await db
    .insert(answerKeys)
    .values(lessons.map(({ content, keys }) => ({ editionId, lessonId: content.id, keys })));
}

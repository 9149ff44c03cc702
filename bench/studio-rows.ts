// Rows that the studio's figures need or are compared with, written by bare statements.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

type Row = Record<string, unknown>;

/** Stores the rows of an edition once more, for a course of no one, in one transaction. @returns milliseconds. */
export async function storeAlone(sql: Sql, editionId: string): Promise<number> {
  const of = sql`where edition_id = ${editionId}`;
  // As text: what is compared is storing, so that json is neither parsed nor written here.
  const [edition] = await sql`select content_hash, manifest::text from editions where id = ${editionId}`;
  const lessons = await sql`select lesson_id, content::text from edition_lessons ${of}`;
  const keys = await sql`select lesson_id, keys::text from answer_keys ${of}`;
  const [source] = await sql`select texts::text from edition_sources ${of}`;
  const [course] = await sql`insert into courses (slug) values (${`bare-${randomUUID()}`}) returning id`;
  const id = randomUUID();
  const many = (rows: Row[], field: string) => [
    rows.map(() => id),
    rows.map((row) => row.lesson_id as string),
    rows.map((row) => row[field] as string),
  ];
  const before = performance.now();
  await sql.begin(async (turn) => {
    await turn.unsafe(
      `insert into editions (id, course_id, number, content_hash, manifest) values ($1, $2, 1, $3, $4::text::jsonb)`,
      [id, course?.id, edition?.content_hash, edition?.manifest],
    );
    const insert = (table: string, field: string, rows: Row[]) =>
      turn.unsafe(
        `insert into ${table} (edition_id, lesson_id, ${field})
         select a, b, c::jsonb from unnest($1::uuid[], $2::text[], $3::text[]) as t (a, b, c)`,
        many(rows, field),
      );
    await insert('edition_lessons', 'content', lessons);
    await insert('answer_keys', 'keys', keys);
    await turn.unsafe(`insert into edition_sources (edition_id, texts) values ($1, $2::text::jsonb)`, [
      id,
      source?.texts,
    ]);
  });
  return performance.now() - before;
}

/**
 * Enrolls learners on an edition. Everyone has completed the first lesson and begun the second, with the
 * ledger to show for it.
 */
export async function enrollLearners(
  sql: Sql,
  { courseId, editionId, learners }: { courseId: string; editionId: string; learners: number },
): Promise<void> {
  const batch = randomUUID();
  await sql`
    with person as (
      insert into users (email, name, password_hash, email_confirmed_at)
      select ${batch} || '-' || n || '@learners.example', 'Learner ' || n, 'none', now()
      from generate_series(1, ${learners}::int) n returning id
    ), place as (
      insert into enrollments (course_id, user_id, edition_id, state)
      select ${courseId}, id, ${editionId}, 'active' from person returning id
    ), block as (
      select lesson ->> 'id' as lesson_id, block ->> 'id' as block_id, block ->> 'completesBy' as by, nth, place
      from (
        select lesson, row_number() over () as nth
        from editions e, jsonb_path_query(e.manifest, '$.modules[*].lessons[*]') lesson
        where e.id = ${editionId} limit 2
      ) two, jsonb_array_elements(lesson -> 'blocks') with ordinality as b (block, place)
      where nth = 1 or place <= 3
    ), ledger as (
      insert into evidence (enrollment_id, edition_id, lesson_id, block_id, kind, correct, idempotency_key)
      select p.id, ${editionId}, lesson_id, block_id,
        case by when 'viewed' then 'viewed' else 'answered' end,
        case by when 'viewed' then null else true end, lesson_id || ':' || block_id
      from place p, block
    )
    insert into lesson_progress (enrollment_id, lesson_id, done_blocks, percent, completed_at)
    select p.id, lesson_id, array_agg(block_id), case when nth = 1 then 100 else 20 end,
      case when nth = 1 then now() end
    from place p, block group by p.id, lesson_id, nth`;
  await sql`analyze enrollments, evidence, lesson_progress`;
}

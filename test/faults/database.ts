import postgres from 'postgres';
import { verdictOn } from '@/kinds/questions/verdict';
import type { AnswerKeys, EditionManifest, LessonOutline } from '@/rules/editions/edition';
import { lessonsOf } from '@/rules/editions/edition';
import type { EvidenceRow } from '@/rules/learning/evidence';
import type { Answers } from './driver';

export type EvidenceFact = EvidenceRow & { enrollmentId: string; lessonId: string; key: string };
export type ProgressFact = { enrollmentId: string; lessonId: string; done: string[]; completed: boolean };

const open = (url: string) => postgres(url, { max: 1, onnotice: () => {} });

/** The lessons of a course as published, and how their questions may be answered. Quizzes, labs and written work are done elsewhere. */
export async function publishedCourse(
  url: string,
  course: string,
): Promise<{ lessons: LessonOutline[]; answers: Answers }> {
  const sql = open(url);
  const [edition] = await sql<{ id: string; manifest: EditionManifest }[]>`
    select e.id, e.manifest from courses c join editions e on e.id = c.current_edition_id
    where c.slug = ${course}`;
  if (!edition) throw new Error('the course is not published');
  const rows = await sql<{ lesson_id: string; keys: AnswerKeys }[]>`
    select lesson_id, keys from answer_keys where edition_id = ${edition.id}`;
  await sql.end();
  const keys = new Map(rows.map((row) => [row.lesson_id, row.keys]));
  return {
    lessons: lessonsOf(edition.manifest).filter(({ quiz, work }) => !quiz && !work),
    answers: (lesson, block) => {
      const key = keys.get(lesson)?.[block];
      if (!key) throw new Error(`the question ${block} has no key`);
      // The right one, and others that can be given to a question of its kind: most of them are wrong.
      const { correct } = key;
      return [correct, [...correct].reverse(), correct.slice(0, 1)].filter((one) => verdictOn(key, one));
    },
  };
}

/** Everything that is recorded, and the projection of it. */
export async function recorded(url: string): Promise<{ evidence: EvidenceFact[]; progress: ProgressFact[] }> {
  const sql = open(url);
  const evidence = await sql<EvidenceFact[]>`
    select enrollment_id as "enrollmentId", lesson_id as "lessonId", block_id as "blockId", kind, correct,
      idempotency_key as key from evidence order by id`;
  const progress = await sql<ProgressFact[]>`
    select enrollment_id as "enrollmentId", lesson_id as "lessonId", done_blocks as done,
      completed_at is not null as completed from lesson_progress`;
  await sql.end();
  return { evidence, progress };
}

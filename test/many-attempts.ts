import { randomBytes, randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { QuizRules } from '@/rules/assessment/quiz';
import type { Answer } from '@/rules/learning/evidence';

type Many = {
  courseId: string;
  editionId: string;
  lessonId: string;
  rules: QuizRules;
  /** What each learner answered and earned, in millionths, by question. */
  learners: readonly Record<string, { answer: Answer | null; earned: number }>[];
  /** How long ago each handed in, in days. */
  daysAgo?: (index: number) => number;
};

/**
 * Learners with an attempt each that was handed in and released, straight in the database: so many would take
 * minutes by the pages.
 * @returns the enrollments, in the order of the learners
 */
export async function handInMany(db: Database, { learners, daysAgo = () => 0, ...of }: Many) {
  const tag = randomBytes(4).toString('hex');
  const rows = learners.map((questions, index) => {
    const all = Object.values(questions);
    return {
      person: randomUUID(),
      enrollment: randomUUID(),
      attempt: randomUUID(),
      name: `Many ${String(index).padStart(5, '0')} of ${tag}`,
      email: `${tag}-${index}@example.org`,
      questions: Object.keys(questions),
      earned: all.reduce((sum, { earned }) => sum + earned, 0),
      possible: all.length * 1_000_000,
      days: daysAgo(index),
      answers: Object.entries(questions).flatMap(([block, { answer, earned }]) =>
        answer ? [{ block, answer, earned }] : [],
      ),
    };
  });
  const given = sql`given as (select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (person uuid,
    enrollment uuid, attempt uuid, name text, email text, questions text[], earned int, possible int, days float, answers jsonb))`;
  await db.execute(sql`with ${given} insert into users (id, email, name, password_hash, email_confirmed_at)
    select person, email, name, 'none', now() from given`);
  await db.execute(sql`with ${given} insert into enrollments (id, course_id, user_id, edition_id, state)
    select enrollment, ${of.courseId}, person, ${of.editionId}, 'active' from given`);
  await db.execute(sql`with ${given} insert into attempts (id, enrollment_id, edition_id, lesson_id, number, rules, seed,
      questions, started_at, submitted_at, submitted_by, earned, possible, released_at, recorded_at)
    select attempt, enrollment, ${of.editionId}, ${of.lessonId}, 1, ${JSON.stringify(of.rules)}::jsonb, repeat('0', 32),
      questions, now() - make_interval(days => 400), at, 'learner', earned, possible, at, at
    from given cross join lateral (select now() - days * interval '1 day' as at) t`);
  await db.execute(sql`with ${given} insert into attempt_answers (attempt_id, block_id, answer, revision, earned)
    select attempt, a.block, a.answer, 1, a.earned from given
    cross join lateral jsonb_to_recordset(answers) as a (block text, answer jsonb, earned int)`);
  return rows.map(({ enrollment, attempt, person, name }) => ({ enrollment, attempt, person, name }));
}

/** The same database, counting what is asked of it; in a transaction too. */
export function counted(db: Database): { db: Database; queries: () => number } {
  let queries = 0;
  const watch = <Handle extends object>(handle: Handle): Handle =>
    new Proxy(handle, {
      get: (target, name) => {
        const value = Reflect.get(target, name, target);
        if (['select', 'selectDistinct', 'execute', 'insert', 'update', 'delete'].includes(String(name)))
          queries += 1;
        if (name === 'transaction')
          return (work: (tx: Database) => Promise<unknown>) =>
            (target as unknown as Database).transaction((tx) => work(watch(tx) as unknown as Database));
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  return { db: watch(db), queries: () => queries };
}

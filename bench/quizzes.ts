// How a class starts a quiz and hands it in, all at about the same time, at the site as it is served: each by the very
// form that a browser without a script sends.
import { connect } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { makeStudio, writtenCourse } from '@/test/editions';
import { type Student, seedStudents } from '@/test/students';
import { spread } from './spread.mjs';

type Rush = { name: string; people: number; seconds: number; p50: number; p95: number; failed: number };
export type QuizFigures = {
  questions: number;
  rushes: Rush[];
  /** The p95 of the page of the quiz at the same pace, read alone, in ms. */
  reading: number;
  /** Attempts and answers that are there and should not be, or should be there and are not. */
  lost: number;
  doubled: number;
};

const questions = 20;
const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

const quizText = `---
id: exam
title: The exam
summary: About the exam.
objectives: [Explain it.]
verified: "2026-01-01"
quiz:
  mode: graded
  minutes: 60
  attempts: 1
---

What the exam is about.

${Array.from(
  { length: questions },
  (_, index) => `:::question{#q-${index} kind="single" objective="1"}
Which one is it?

- [ ] This.
  > **Not this.** Because of ${index}.
- [x] That.
  > Yes.
:::`,
).join('\n\n')}
`;

/** The fields that a form of a page sends without a script. */
function fieldsOf(html: string, label: string): FormData {
  const form = html.split('<form').find((part) => part.includes(label)) ?? '';
  const body = new FormData();
  for (const [, attributes = ''] of form.matchAll(/<input([^>]*)>/g)) {
    const value = (name: string) =>
      new RegExp(`${name}="([^"]*)"`)
        .exec(attributes)?.[1]
        ?.replaceAll('&quot;', '"')
        .replaceAll('&amp;', '&');
    const name = value('name');
    if (name && value('type') === 'hidden') body.append(name, value('value') ?? '');
  }
  if (![...body.keys()].length) throw new Error(`no form “${label}” in the page`);
  return body;
}

/** Lets people do something one after the other, evenly over so many seconds, whether or not the one before is done. */
async function rush(
  name: string,
  people: readonly Student[],
  seconds: number,
  deed: (student: Student) => Promise<boolean>,
): Promise<Rush> {
  const times: number[] = [];
  let failed = 0;
  const begun = performance.now();
  await Promise.all(
    people.map(async (student, index) => {
      const due = begun + (index * seconds * 1_000) / people.length;
      await sleep(due - performance.now());
      const ok = await deed(student).catch(() => false);
      times.push(performance.now() - due);
      if (!ok) failed += 1;
    }),
  );
  const { p50 = 0, p95 = 0 } = spread(times);
  return { name, people: people.length, seconds, p50, p95, failed };
}

/** @param site The production site on the database at `url`. */
export async function benchQuizzes(
  site: { origin: string },
  url: string,
  secret: string,
): Promise<QuizFigures> {
  const { db, sql: pool } = connect(url, { max: 1 });
  const studio = await makeStudio(db, {});
  const texts = writtenCourse(studio.slug, { before: ['a'] });
  texts.set('modules/1-first/2-exam.md', quizText);
  await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, crypto.randomUUID());
  await studio.publish();
  const students = await seedStudents(url, { count: 300, course: studio.slug, secret });
  const home = `${site.origin}/learn/${studio.slug}/exam`;
  const page = async (path: string, { cookie }: Student) =>
    (await fetch(path, { headers: { cookie } })).text();
  const send = async (path: string, { cookie }: Student, body: FormData) => {
    const headers = { cookie, origin: site.origin };
    const answer = await fetch(path, { method: 'POST', headers, body, redirect: 'manual' });
    await answer.arrayBuffer();
    return answer.status === 303;
  };
  const [first] = students;
  if (!first) throw new Error('no students');
  const startForm = fieldsOf(await page(home, first), 'Start the quiz');

  const starters = students.slice(0, 200);
  const reading = await rush('reading', starters, 20, async (student) =>
    (await page(home, student)).includes('Start the quiz'),
  );
  const starts = await rush('200 starts in 20 s', starters, 20, (student) => send(home, student, startForm));
  for (const student of students.slice(200)) await send(home, student, startForm);
  await pool`
    insert into attempt_answers (attempt_id, block_id, answer, revision)
    select a.id, q, '["b"]'::jsonb, 1 from attempts a join enrollments e on e.id = a.enrollment_id, unnest(a.questions) q
    where e.course_id = ${studio.courseId}`;
  const attempt = `${home}/attempts/1`;
  const forms = new Map<Student, FormData>();
  for (const student of students)
    forms.set(student, fieldsOf(await page(attempt, student), 'Hand in the attempt'));
  // Twice each, at once, as an impatient hand does it.
  const submits = await rush('300 submits in 10 s', students, 10, async (student) => {
    const twice = [1, 2].map(() => send(attempt, student, forms.get(student) as FormData));
    return (await Promise.all(twice)).every(Boolean);
  });

  const [found] = await pool<{ handedIn: number; marked: number; evidence: number; graded: number }[]>`
    select count(*) filter (where a.submitted_at is not null)::int as "handedIn",
      count(*) filter (where a.earned is not null and a.possible = ${questions * 1_000_000})::int as marked,
      (select count(*)::int from evidence v join enrollments e on e.id = v.enrollment_id
        where e.course_id = ${studio.courseId} and v.lesson_id = 'exam') as evidence,
      (select count(*)::int from grades g join enrollments e on e.id = g.enrollment_id
        where e.course_id = ${studio.courseId}) as graded
    from attempts a join enrollments e on e.id = a.enrollment_id where e.course_id = ${studio.courseId}`;
  await pool.end();
  const { handedIn = 0, marked = 0, evidence = 0, graded = 0 } = found ?? {};
  const counts = [handedIn, marked, evidence, graded];
  return {
    questions,
    rushes: [starts, submits],
    reading: reading.p95,
    lost: counts.reduce((sum, count) => sum + Math.max(0, students.length - count), 0),
    doubled: counts.reduce((sum, count) => sum + Math.max(0, count - students.length), 0),
  };
}

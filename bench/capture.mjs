// What the bare server replays: the page as the site sends it, and the statements of a reader and a writer.
import { writeFileSync } from 'node:fs';

const sameFields = ['tokenHash', 'userId', 'sessionId', 'enrollmentId'];

/** Statements with the values of one student replaced by a note of which value it is. */
const forAnyone = (statements, student) =>
  statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => {
      const of = sameFields.find((field) => student[field] === value);
      return of ? { of } : value;
    }),
  }));

/** A GET as a student or, without one, as a visitor; the body as text. */
export async function get(site, path, student) {
  const response = await fetch(site.origin + path, {
    headers: student ? { cookie: student.cookie } : {},
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.text();
}

/** A POST of JSON to one of the doors, as the page sends it. */
export async function post(site, path, student, body = {}) {
  const response = await fetch(site.origin + path, {
    method: 'POST',
    headers: { ...doorHeaders(site), cookie: student.cookie },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answers ${response.status}`);
  return response.json();
}

export const doorHeaders = (site) => ({
  'content-type': 'application/json',
  accept: 'application/json',
  origin: site.origin,
});

/** Counts the statements of each page and door, and writes the file of the bare server. */
export async function capture({ site, url, recorder, pages, course, lessons, reader, writer, file }) {
  const queries = new Map();
  const complete = {};
  const seen = {};
  await recorder.during(url, async () => {
    for (const { name, path, signedIn } of pages) {
      const student = signedIn ? reader : null;
      await get(site, path, student);
      const statements = await recorder.of(() => get(site, path, student));
      queries.set(name, statements.length);
      seen[name] = statements;
    }
    for (const lesson of lessons) {
      const statements = await recorder.of(() => post(site, `${course}/${lesson}/complete`, writer));
      queries.set('complete', statements.length);
      complete[lesson] = forAnyone(statements, writer);
    }
  });
  const lesson = forAnyone(seen.lesson, reader);
  const html = await get(site, pages.find(({ name }) => name === 'lesson').path, reader);
  return {
    queries,
    html,
    write: (students) => writeFileSync(file, JSON.stringify({ url, html, students, lesson, complete })),
  };
}

// The limit: a bare Node server that makes the same SQL round trips as the site, and nothing else. It
// replays the statements that PostgreSQL logged for the site, for the student of each request.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import postgres from 'postgres';

const { url, html, students, lesson, complete } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const sql = postgres(url, { max: 10, onnotice: () => {} });
// Values come from the log as PostgreSQL writes them, so they need no conversion.
for (const type of Object.keys(sql.options.serializers)) sql.options.serializers[type] = (value) => value;

const people = new Map(students.map((student) => [student.tokenHash, student]));

function run(client, statements, person) {
  return statements.reduce(
    (before, { text, values }) =>
      before.then(() =>
        client.unsafe(
          text,
          values.map((value) => (value?.of ? person[value.of] : value)),
          { prepare: true },
        ),
      ),
    Promise.resolve(),
  );
}

/** Statements up to `begin`, then those of the transaction. */
async function replay(statements, person) {
  const begin = statements.findIndex(({ text }) => text === 'begin');
  if (begin < 0) return run(sql, statements, person);
  await run(sql, statements.slice(0, begin), person);
  return sql.begin((transaction) => run(transaction, statements.slice(begin + 1, -1), person));
}

const page = Buffer.from(html);
const server = createServer(async (request, response) => {
  const token = /session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  const person = people.get(createHash('sha256').update(token).digest('hex'));
  if (request.method === 'GET') {
    await replay(lesson, person);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': page.length });
    return response.end(page);
  }
  let body = '';
  for await (const chunk of request) body += chunk;
  JSON.parse(body);
  const [, lessonId] = /([^/]+)\/complete$/.exec(request.url);
  await replay(complete[lessonId], person);
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ done: [], total: 0, percent: 0, complete: false, missing: [] }));
});
server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.once('disconnect', () => process.exit());

// Starts what is measured, measures it, and reports.
import { join } from 'node:path';
import postgres from 'postgres';
import { register } from 'tsx/esm/api';
import { buildWhenStale } from '../scripts/lib/build.mjs';
import { freePort, newPassword, startPostgres } from '../scripts/lib/postgres.mjs';
import { capture, doorHeaders, get } from './capture.mjs';
import { crowdTargets } from './crowd-targets.mjs';
import { measure } from './measure.mjs';
import { benchBatches, startBare, startSite } from './processes.mjs';
import { report } from './report.mjs';
import { benchRoster } from './roster.mjs';
import { logFlags, recorder } from './statements.mjs';
import { benchStudio } from './studio.mjs';
import { editorBytesIn, frameworkBytes, scriptBytes } from './weight.mjs';

const slug = 'reading-a-blockchain-policy';
const readers = 200;
/** So many that no completion is ever a second one, and nobody comes near the limit of 60 writes a minute. */
const writers = 600;

/** The lessons of the course, with their blocks, as they are published: without quizzes, which have other doors. */
async function lessonsOf(url) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  const [{ manifest }] = await sql`
    select e.manifest from courses c join editions e on e.id = c.current_edition_id where c.slug = ${slug}`;
  await sql.end();
  return manifest.modules.flatMap((module) => module.lessons).filter(({ quiz }) => !quiz);
}

/** Another database of the same server, in which no job of the site takes part. */
async function emptyDatabase(url, name) {
  const { migrateDatabase } = await import('../db/migrate.ts');
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  const its = Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await migrateDatabase(its);
  return its;
}

export async function runBench({ folder, secret, seconds, started }) {
  buildWhenStale();
  register();
  const { seedStudents } = await import('../test/students.ts');
  const log = recorder();
  const { url } = started(
    await startPostgres({
      dataFolder: join(folder, 'postgres'),
      password: newPassword(),
      flags: logFlags,
      onLog: log.onLog,
    }),
  );
  const site = started(await startSite({ url, port: await freePort(), secret }));
  const seed = (count) => seedStudents(url, { count, course: slug, secret });
  const [reading, viewing, completing, bareCompleting, samples] = [
    await seed(readers),
    await seed(writers),
    await seed(writers),
    await seed(2 * writers),
    await seed(2),
  ];

  const lessons = await lessonsOf(url);
  const course = `/api/learn/${slug}`;
  const pages = [
    { name: 'floor', path: '/floor' },
    { name: 'lesson', path: `/learn/${slug}/${lessons[1].id}`, signedIn: true },
    { name: 'course', path: `/courses/${slug}` },
    { name: 'catalog', path: '/courses' },
    { name: 'home', path: '/', signedIn: true },
  ];
  const [reader, writer] = samples;
  const ids = lessons.map((lesson) => lesson.id);
  const file = join(folder, 'bare.json');
  const captured = await capture({
    site,
    url,
    recorder: log,
    pages,
    course,
    lessons: ids,
    reader,
    writer,
    file,
  });
  captured.write([...reading, ...bareCompleting]);
  const bare = started(await startBare(file));

  const cookies = reading.map((student) => student.cookie);
  const tokens = (students) => students.map((student) => `session=${student.token}`);
  const page = (name, options = {}) => ({
    name,
    server: site,
    method: 'GET',
    path: pages.find((candidate) => candidate.name === name).path,
    cookies: [''],
    ...options,
  });
  const door = (name, server, what, cookiesOf, body) => ({
    name,
    server,
    method: 'POST',
    headers: doorHeaders(site),
    paths: ids.map((lesson) => `${course}/${lesson}/${what}`),
    cookies: cookiesOf,
    body: JSON.stringify(body),
  });
  const targets = [
    page('floor'),
    page('lesson', { cookies }),
    page('lesson', { name: 'lesson-gzip', cookies, headers: { 'accept-encoding': 'gzip' } }),
    page('catalog'),
    page('lesson', { name: 'bare-lesson', server: bare, cookies: tokens(reading) }),
    door(
      'views',
      site,
      'views',
      viewing.map((student) => student.cookie),
      { blocks: [lessons[0].blocks[0].id] },
    ),
    door(
      'complete',
      site,
      'complete',
      completing.map((student) => student.cookie),
      {},
    ),
    door('bare-complete', bare, 'complete', tokens(bareCompleting), {}),
  ];
  const figures = await measure(targets, seconds);

  const weights = new Map([['framework', frameworkBytes()]]);
  let editorBytes = 0;
  for (const { name, path, signedIn } of pages) {
    const html = await get(site, path, signedIn ? reader : null);
    weights.set(name, scriptBytes(html));
    editorBytes += editorBytesIn(html);
  }
  // Each part is said when it is there: a run takes long, and what ended it should not take all of it along.
  const said = async (name, figures) => {
    console.log(name, JSON.stringify(await figures));
    return figures;
  };
  const lists = await emptyDatabase(url, 'lists');
  const roster = await said('roster', benchRoster(lists));
  const batch = await said('batch', benchBatches(lists));
  const { benchCrowd } = await import('./crowd.ts');
  const targetsOfOthers = await crowdTargets({ url, secret, site });
  const crowd = await said('crowd', benchCrowd(site, url, targetsOfOthers));
  const { benchPeople } = await import('./people.ts');
  const million = await startPostgres({ dataFolder: join(folder, 'people'), password: newPassword() });
  started(million);
  const people = await said('people', benchPeople(million.url));
  const { benchGrades } = await import('./grades.ts');
  const grades = await said('grades', benchGrades(await emptyDatabase(url, 'grades')));
  const { benchQuizzes } = await import('./quizzes.ts');
  const quizzes = await said('quizzes', benchQuizzes(site, url, secret));
  const { benchLabs } = await import('./labs.ts');
  const labs = await said('labs', benchLabs());
  const studio = { editorBytes, ...(await benchStudio({ site, url, secret, recorder: log })) };
  report({
    figures,
    queries: captured.queries,
    weights,
    readers,
    htmlBytes: captured.html.length,
    seconds,
    studio,
    quizzes,
    grades,
    labs,
    people,
    roster,
    batch,
    crowd,
  });
}

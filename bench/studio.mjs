// The figures of the studio: publishing, the live preview, typing, and what its pages cost.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { get } from './capture.mjs';
import { measureKeys } from './studio-keys.mjs';
import { measurePreviews } from './studio-previews.mjs';
import { scriptBytes } from './weight.mjs';

const courses = [
  { lessons: 40, learners: 0, turns: 5 },
  { lessons: 300, learners: 5_000, turns: 3 },
];

/** Has a process of its own publish, and ends it. */
function publishing(job) {
  const child = fork('bench/studio-publish.ts', { execArgv: ['--import', 'tsx'] });
  child.send(job);
  return new Promise((done, failed) => {
    child.once('message', done);
    child.once('exit', (code) => code && failed(new Error('A course of the bench was not published.')));
  });
}

async function measurePublishing(url) {
  const figures = [];
  for (const course of courses) {
    const job = { url, ...course };
    const { next, ...warm } = await publishing(job);
    if (warm.moved !== course.learners) throw new Error(`${warm.moved} learners were moved.`);
    figures.push({ ...course, ...warm, cold: await publishing({ ...job, cold: next }) });
  }
  return figures;
}

/** The bundled course in a studio of its own, with people to write in it. */
export async function makeBench({ url, secret }) {
  const { connect } = await import('../db/client.ts');
  const { draftPaths, replaceDraftFiles } = await import('../db/queries/drafts.ts');
  const { makeStudio } = await import('../test/editions.ts');
  const { bundledCourse, lessonOfLines, lessonPath } = await import('./studio-texts.ts');
  const { sql, db } = connect(url, { max: 2 });
  const { slug, courseId, staff, owner } = await makeStudio(db, {});
  const longPath = 'modules/9-long/1-long.md';
  const texts = bundledCourse(slug);
  const long = lessonOfLines(10_000).replace(/^id: .*$/m, 'id: long');
  texts
    .set('modules/9-long/module.yaml', 'id: long\ntitle: Long\nsummary: It is long.\n')
    .set(longPath, long);
  await replaceDraftFiles(db, courseId, texts, owner.userId, randomUUID());
  const paths = new Map((await draftPaths(db, courseId)).map(({ path, id }) => [path, id]));
  const person = async () => {
    const { sessionToken: sid, userId: sub } = await staff('editor');
    const sealed = await encode({ token: { sub, sid }, secret, salt: 'session' });
    return { cookie: `session=${sealed}`, sealed };
  };
  // Each measurement has its own person, as the site counts the requests of everyone by the minute.
  const people = {
    reading: await person(),
    bundled: await person(),
    long: await person(),
    typing: await person(),
  };
  const lesson = { id: paths.get(lessonPath), text: texts.get(lessonPath) };
  await sql.end();
  return { slug, people, lesson, long: { id: paths.get(longPath), text: long } };
}

/** Measures the studio on the site that runs. */
export async function benchStudio({ site, url, secret, recorder }) {
  const publishingFigures = await measurePublishing(url);
  const bench = await makeBench({ url, secret });
  const previews = await measurePreviews({ site, bench });
  const base = `/teach/${bench.slug}`;
  const pages = [
    { name: 'outline', path: `${base}/outline` },
    { name: 'editor', path: `${base}/lessons/${bench.lesson.id}` },
    { name: 'publish', path: `${base}/publish` },
  ];
  const queries = new Map();
  const weights = new Map();
  await recorder.during(url, async () => {
    for (const { name, path } of pages) {
      // The first visit compiles what later ones find compiled.
      weights.set(name, scriptBytes(await get(site, path, bench.people.reading)));
      queries.set(name, (await recorder.of(() => get(site, path, bench.people.reading))).length);
    }
  });
  const { keys, editorBytes } = await measureKeys({ site, bench });
  weights.set('editor-loaded', editorBytes);
  return { publishing: publishingFigures, previews, keys, queries, weights };
}

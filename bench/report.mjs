// The figures as Markdown: printed, and kept in bench/results.md.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { crowdReport } from './crowd-report.mjs';
import { gradesReport } from './grades-report.mjs';
import { labsReport } from './labs-report.mjs';
import { kilobytes, table } from './markdown.mjs';
import { peopleReport } from './people-report.mjs';
import { quizzesReport } from './quizzes-report.mjs';
import { rosterReport } from './roster.mjs';
import { studioReport } from './studio-report.mjs';

const names = {
  framework: 'the framework alone',
  floor: 'empty dynamic page (the floor)',
  lesson: 'lesson page, signed in',
  'lesson-gzip': 'lesson page, signed in, gzipped',
  catalog: 'catalog, signed out',
  course: 'course page, signed out',
  home: 'home, signed in',
  views: 'recording a view',
  complete: 'completing a lesson',
  'bare-lesson': 'bare Node: lesson page',
  'bare-complete': 'bare Node: completing a lesson',
};

function speed(figures) {
  return table(
    ['one process, 10 connections', 'requests/s', 'p50', 'p99', 'processor time'],
    [...figures].map(([name, { rate, p50, p99, cpu }]) => [
      names[name],
      rate.toFixed(0),
      `${p50} ms`,
      `${p99} ms`,
      cpu === null ? '–' : `${cpu.toFixed(1)} ms`,
    ]),
  );
}

function ratios(figures, queries, weights) {
  const ratio = (a, b, key = 'rate') => figures.get(a)[key] / figures.get(b)[key];
  const over = weights.get('lesson') - weights.get('framework');
  const lines = [
    ['lesson page / empty page', ratio('lesson', 'floor'), (value) => value >= 0.85, '≥ 0.85'],
    ['completing / bare Node', ratio('complete', 'bare-complete'), (value) => value >= 0.5, '≥ 0.5'],
    ['lesson page / bare Node', ratio('lesson', 'bare-lesson'), null, '–'],
    ['SQL round trips of the lesson page', queries.get('lesson'), (value) => value <= 3, '≤ 3'],
    ['JavaScript of the lesson page over the framework', over, (value) => value <= 20_000, '≤ 20 kB'],
  ];
  return table(
    ['', 'measured', 'expected', ''],
    lines.map(([name, value, met, wanted]) => [
      name,
      value > 1_000 ? kilobytes(value) : Number.isInteger(value) ? String(value) : value.toFixed(2),
      wanted,
      met === null ? '' : met(value) ? 'met' : 'short',
    ]),
  );
}

function perPage(queries, weights) {
  const base = weights.get('framework');
  return table(
    ['page', 'SQL round trips', 'JavaScript, gzipped', 'over the framework'],
    [...new Set([...weights.keys(), ...queries.keys()])].map((name) => [
      names[name],
      queries.get(name) ?? '–',
      weights.has(name) ? kilobytes(weights.get(name)) : '–',
      weights.has(name) ? kilobytes(weights.get(name) - base) : '–',
    ]),
  );
}

export function report({
  figures,
  queries,
  weights,
  readers,
  htmlBytes,
  seconds,
  studio,
  quizzes,
  grades,
  labs,
  people,
  roster,
  batch,
  crowd,
}) {
  const [cpu] = cpus();
  const text = `# Bench

\`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores (${cpu.model.trim()}), Node ${process.versions.node}, with
PostgreSQL and the client on the same machine. All from one run: ${readers} enrolled students read, others write;
each line was warmed up and then measured for ${seconds} s in three turns with the others.

${ratios(figures, queries, weights)}

${speed(figures)}

${perPage(queries, weights)}

- *Empty dynamic page*: one paragraph in the same layout (header, footer, nonce), signed out, so that it asks the
  database nothing.
- *Lesson page*: ${kilobytes(htmlBytes)} of HTML, of which the framework sends the text twice: as HTML and as the data it hydrates from.
- *Bare Node*: an HTTP handler that sends the very statements that PostgreSQL logged for the site, in the same
  transaction, over postgres.js, and answers with the same HTML from memory.
- *Processor time* is that of the server process per request: it varies less than requests/s when the machine is busy.
- *SQL round trips* are counted in the log of PostgreSQL, \`begin\` and \`commit\` included.
- *The framework alone* is what its build manifest loads on every page.

${studioReport(studio)}
${quizzesReport(quizzes)}
${gradesReport(grades)}
${labsReport(labs)}
${peopleReport(people)}
${rosterReport(roster)}
${crowdReport({ batch, crowd })}`;
  writeFileSync('bench/results.md', text);
  console.log(`\n${text}`);
}

// The figures of the gradebook as Markdown, a part of bench/results.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { milliseconds, table } from './markdown.mjs';

const limit = 100;
const title = '## A gradebook of 5,000 learners and 100 items';
const next = '## People and enrollments\n';
const met = (is) => (is ? 'met' : 'short');

/** @param grades What `bench/grades.ts` found. */
export function gradesReport({ pages, deeds }) {
  return `${title}

${table(
  ['', 'database', 'p50', 'p95', 'statements', 'expected', ''],
  pages.map(({ name, cpu, p50, p95, statements }) => [
    name,
    milliseconds(cpu),
    milliseconds(p50),
    milliseconds(p95),
    statements,
    `< ${limit} ms`,
    met((cpu ?? p50) < limit),
  ]),
)}

${table(
  ['', 'once', 'expected', ''],
  deeds.map(({ name, ms, limit: most }) => [name, milliseconds(ms), `< ${most / 1_000} s`, met(ms < most)]),
)}

- Half a million grades in five weighted categories, each without its two lowest. Measured is the whole operation behind
  a page; *database* is the processor time of PostgreSQL, which is expected to stay below the limit.
`;
}

/** Puts the figures in the place of those of before in bench/results.md. */
export function replaceGradesReport(grades) {
  const file = 'bench/results.md';
  const text = readFileSync(file, 'utf8');
  const [before = ''] = text.split(text.includes(title) ? title : next);
  const after = text.slice(text.indexOf(next));
  writeFileSync(file, `${before.trimEnd()}\n\n${gradesReport(grades)}\n${after}`);
}

// The figures of the tables of people as Markdown, the third part of bench/results.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { milliseconds, table } from './markdown.mjs';

const limit = 100;
const datesLimit = 30_000;
const heading = '## People and enrollments';

/** @param people What `benchPeople` found. */
export function peopleReport({ figures, dates, enrollments }) {
  const rows = figures.map(({ name, cpu, p50, p95, statements, limited }) => [
    name,
    milliseconds(cpu),
    milliseconds(p50),
    milliseconds(p95),
    statements,
    limited ? `< ${limit} ms` : '–',
    limited ? ((cpu ?? p50) < limit ? 'met' : 'short') : '',
  ]);
  return `${heading}

${table(['', 'database', 'p50', 'p95', 'statements', 'expected', ''], rows)}

- ${enrollments.toLocaleString('en')} enrollments of 100,000 people in 2,001 courses: 500 in each, and one with 100,000.
- Measured is the whole operation behind a page: the rows, the count, and what the filters offer. *Database* is the
  processor time that PostgreSQL spent on it, which is expected to stay below the limit; p50 and p95 are from asking to
  the last row, on a machine that was busy with other work. *Statements* do not grow with the rows; a spec holds it.
- Another end of a course reaches its ${dates.people.toLocaleString('en')} people in one transaction, so that nobody's time is ever half changed:
  ${milliseconds(dates.ms)}, expected < ${datesLimit / 1000} s: ${dates.ms < datesLimit ? 'met' : 'short'}. A bare statement over the same column takes ${milliseconds(dates.alone)}: nearly all of it is the
  indexes of the table. Meanwhile everybody reads; who learns in that course can record nothing, and their browser tries again.
`;
}

/** Puts these figures alone into bench/results.md, where the rest of a run stands. */
export function replacePeopleReport(people) {
  const whole = readFileSync('bench/results.md', 'utf8');
  const at = whole.indexOf(heading);
  writeFileSync(
    'bench/results.md',
    `${(at < 0 ? whole : whole.slice(0, at)).trimEnd()}\n\n${peopleReport(people)}`,
  );
}

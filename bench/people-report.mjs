// The figures of the tables of people as Markdown, the third part of bench/results.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { milliseconds, table } from './markdown.mjs';

const limit = 100;
const heading = '## People and enrollments';

/** @param people What `benchPeople` found. */
export function peopleReport({ figures, enrollments, seconds }) {
  const rows = figures.map(({ name, p50, p95, statements, limited }) => [
    name,
    milliseconds(p50),
    milliseconds(p95),
    statements,
    limited ? `< ${limit} ms` : '–',
    limited ? (p50 < limit ? 'met' : 'short') : '',
  ]);
  return `${heading}

${table(['', 'p50', 'p95', 'statements', 'expected', ''], rows)}

- ${enrollments.toLocaleString('en')} enrollments of 100,000 people in 2,001 courses: 500 in each, and one with 100,000. They were
  made in ${seconds.toFixed(0)} s.
- Measured is the whole operation behind a page, from asking to the last row: the rows, the count, and what the
  filters offer. The median is expected to stay below the limit. *Statements* do not grow with the rows; a spec holds it.
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

// The figures of labs as Markdown, a part of bench/results.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { milliseconds, table } from './markdown.mjs';

const title = '## Labs';
/** In milliseconds: of what has many signatures, and of anything else. */
const limitOf = (lab) => (['national', 'vote'].includes(lab) ? 200 : 50);

/** @param labs What `bench/labs.ts` found. */
export function labsReport({ learners, verification, throughput }) {
  return `${title}

${table(
  ['verifying a solved task', 'median', 'most', 'expected', ''],
  verification.map(({ lab, milliseconds: time, most }) => [
    lab,
    milliseconds(time),
    milliseconds(most),
    `< ${limitOf(lab)} ms`,
    time < limitOf(lab) ? 'met' : 'short',
  ]),
)}

${table(
  [`${throughput.atOnce} contracts at once, one process`, 'first verdict', 'last verdict', 'each'],
  throughput.rows.map(({ lab, first, last }) => [
    lab,
    milliseconds(first),
    milliseconds(last),
    milliseconds(last / throughput.atOnce),
  ]),
)}

- Verified for ${learners} learners each, the making of their task included; processor time. Contracts are compiled, run and
  judged by the clock, with a process that has compiled before.
`;
}

/** Puts the figures in the place of those of before in bench/results.md. */
export function replaceLabsReport(labs) {
  const file = 'bench/results.md';
  const text = readFileSync(file, 'utf8');
  const next = '## People and enrollments\n';
  const [before = ''] = text.split(text.includes(title) ? title : next);
  const after = text.slice(text.indexOf(next));
  writeFileSync(file, `${before.trimEnd()}\n\n${labsReport(labs)}\n${after}`);
}

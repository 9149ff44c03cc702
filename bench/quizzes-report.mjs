// The figures of a class that takes a quiz as Markdown, a part of bench/results.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { milliseconds, table } from './markdown.mjs';

const limit = 2_000;
const title = '## A class takes a quiz';

/** @param quizzes What `bench/quizzes.ts` found. */
export function quizzesReport({ questions, rushes, reading, lost, doubled }) {
  const met = (is) => (is ? 'met' : 'short');
  return `${title}

${table(
  ['', 'p50', 'p95', 'expected', '', 'p95 / page read alone', 'failed'],
  rushes.map(({ name, p50, p95, failed }) => [
    name,
    milliseconds(p50),
    milliseconds(p95),
    `< ${limit / 1_000} s`,
    met(p95 < limit),
    (p95 / reading).toFixed(1),
    String(failed),
  ]),
)}

- A quiz of ${questions} questions, all of them answered. Every form is sent as a browser without a script sends it, at a fixed
  time, and timed from then to its last byte; each attempt is handed in twice at once. The page of the quiz is read by the same
  200 people in 20 s before.
- Attempts, marks, evidence and grades that are missing afterwards: ${lost}; that are there twice: ${doubled}.
`;
}

/** Puts the figures in the place of those of before in bench/results.md. */
export function replaceQuizzesReport(quizzes) {
  const file = 'bench/results.md';
  const text = readFileSync(file, 'utf8');
  const next = '## People and enrollments\n';
  const [before = ''] = text.split(text.includes(title) ? title : next);
  const after = text.slice(text.indexOf(next));
  writeFileSync(file, `${before.trimEnd()}\n\n${quizzesReport(quizzes)}\n${after}`);
}

// The figures of a list that is carried out as Markdown, the last part of bench/results.md.
import { milliseconds, table } from './markdown.mjs';

const commitLimit = 120_000;
const memoryLimit = 300;
const mostRatio = 2;

const met = (is) => (is ? 'met' : 'short');

/** @param batch What `bench/batches.ts` found, @param crowd what `bench/crowd.ts` did. */
export function crowdReport({ batch, crowd }) {
  const people = crowd.people.toLocaleString('en');
  const line = (name, ms, limit) => [
    name,
    milliseconds(ms),
    limit ? `< ${limit / 1000} s` : '–',
    limit ? met(ms < limit) : '',
    (ms / batch.alone).toFixed(1),
  ];
  const memory = (name, grown) => [
    name,
    `${grown.toFixed(0)} MB`,
    `< ${memoryLimit} MB`,
    met(grown < memoryLimit),
    '',
  ];
  const pages = crowd.pages.map(({ name, calm, busy, mails }) => [
    name,
    milliseconds(calm),
    milliseconds(busy),
    milliseconds(mails ?? null),
    (busy / calm).toFixed(2),
    `≤ ${mostRatio}`,
    met(busy / calm <= mostRatio),
  ]);
  return `## A list of ${people} people is carried out

${table(
  ['', 'measured', 'expected', '', 'ratio'],
  [
    line('commit, in a process of its own, without rests', batch.commit, commitLimit),
    line('commit, by the site, while pages are asked for', crowd.commit, commitLimit),
    line('undo, in a process of its own', batch.undo, commitLimit),
    line('longest step, in which the seats of the course are locked', batch.longestStep),
    line('until the last mail is out', crowd.mails),
    memory('memory of that process grew by', batch.grown),
    memory('memory of the site grew by', crowd.grown),
  ],
)}

${table(
  ['p95 of others meanwhile', 'without', 'while it runs', 'while its mails go out', 'ratio', 'expected', ''],
  pages,
)}

- Half of the people have accounts, the others are given one and an invitation. The ratio is to writing the same
  enrollments and histories by two statements of the database.
- ${crowd.perSecond} requests a second leave at fixed times, the four in turns, to the site as \`npm start\` runs it, whose own job works the
  list off. Each is timed from when it was due to its last byte; *without* is measured before and after. ${crowd.failed} failed.
- In the process of its own a timer waited ${milliseconds(batch.held)} at most: so long a step holds up what else a process does.
`;
}

// The figures of lists of people: how long their dry run takes, and what it costs everybody else.
import { fork } from 'node:child_process';
import { milliseconds, table } from './markdown.mjs';

const rows = 100_000;
const dryRunLimit = 30_000;
const memoryLimit = 300_000_000;

/** Has a process of its own read a list of so many people. */
export function benchRoster(url) {
  const child = fork('bench/roster-lists.ts', { execArgv: ['--import', 'tsx'] });
  child.send({ url, rows });
  return new Promise((done, failed) => {
    child.once('message', done);
    child.once('exit', (code) => code && failed(new Error('The list of the bench was not read.')));
  });
}

const met = (figure, limit) => (figure < limit ? 'met' : 'short');

export function rosterReport({ rows: people, dryRun, again, commit, alone, cpu, grown, held }) {
  const line = (name, ms, limit) => [
    name,
    milliseconds(ms),
    limit ? `< ${limit / 1000} s` : '–',
    limit ? met(ms, limit) : '',
    (ms / alone).toFixed(1),
  ];
  return `## Lists of people

${table(
  [`a list of ${people.toLocaleString('en')} people`, 'time', 'expected', '', 'ratio'],
  [
    line('dry run, from the file to its rows', dryRun, dryRunLimit),
    line('dry run again, with other columns', again, dryRunLimit),
    line('committing: the batch and its items', commit),
  ],
)}

Memory of the process grew by ${(grown / 1e6).toFixed(0)} MB, expected < ${memoryLimit / 1e6} MB: ${met(grown, memoryLimit)}. A timer of the process waited ${milliseconds(held)} at most.
The dry run took ${milliseconds(cpu)} of its processor time.

- Half of the people have accounts. The ratio is to copying the finished rows by one statement of the database.
- The batch is carried out afterwards, in the background.
`;
}

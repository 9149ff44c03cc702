// The figures of the studio as Markdown, the second part of bench/results.md.
import { kilobytes, milliseconds, table } from './markdown.mjs';
import { spread } from './spread.mjs';
import { frameworkBytes } from './weight.mjs';

/** In ms: the limits of publishing, and of a key until it is painted. */
const publishLimit = 5_000;
const keyLimit = 50;
/** The editor asks for a preview this long after the last key. */
const previewLimit = 300;

/** A figure with its limit: `judged` is what must stay below it. */
const line = (name, { p50, p95, p99, cpu = null }, { limit = null, judged = p50, alone = null } = {}) => [
  name,
  milliseconds(p50),
  p95 === undefined ? '' : milliseconds(p95),
  p99 === undefined ? '' : milliseconds(p99),
  limit === null ? '–' : `< ${limit / (limit < 1000 ? 1 : 1000)} ${limit < 1000 ? 'ms' : 's'}`,
  limit === null ? '' : judged < limit ? 'met' : 'short',
  milliseconds(cpu),
  alone === null ? '–' : milliseconds(alone),
  alone === null ? '–' : (p50 / alone).toFixed(1),
];

const typical = (parts) => ({
  p50: spread(parts.map(({ ms }) => ms)).p50,
  cpu: spread(parts.map(({ cpu }) => cpu)).p50,
});

/** Publishing happens a few times in a run: the median alone says something. */
function publishing({ lessons, learners, firstReview, reviews, publications, alone: rows, moving, cold }) {
  const alone = spread(rows).p50;
  const limited = { limit: publishLimit, alone };
  const lines = [
    line(`publishing ${lessons} lessons, reviewed before`, typical(publications), limited),
    line(`publishing ${lessons} lessons, first thing after a restart`, typical([cold]), limited),
    line(`reviewing ${lessons} lessons, one changed`, typical(reviews)),
    line(`reviewing ${lessons} lessons, all new`, typical([firstReview])),
  ];
  if (moving)
    lines.push(
      line(
        `publishing ${lessons} lessons, ${learners.toLocaleString('en')} learners moved`,
        typical([moving]),
        limited,
      ),
    );
  return lines;
}

function preview(name, figures, limit) {
  return line(`preview of ${name}`, figures, { limit, judged: figures.p99, alone: figures.alone });
}

function typing(name, figures, { empty }) {
  return line(`key to paint, ${name}`, figures, { limit: keyLimit, judged: figures.p95, alone: empty.p50 });
}

const pageNames = {
  outline: 'outline',
  editor: 'lesson editor, what its HTML asks for',
  'editor-loaded': 'lesson editor, all that the browser loaded (CodeMirror too)',
  publish: 'publish',
};

function pages({ queries, weights }) {
  return table(
    ['page of the studio', 'SQL round trips', 'JavaScript, gzipped', 'over the framework'],
    [...weights].map(([name, bytes]) => [
      pageNames[name],
      queries.get(name) ?? '–',
      kilobytes(bytes),
      kilobytes(bytes - frameworkBytes()),
    ]),
  );
}

/** @param editorBytes of the editor's code in the scripts of learners' pages. */
export function studioReport({ publishing: courses, previews, keys, editorBytes, ...costs }) {
  const rows = [
    ...courses.flatMap(publishing),
    preview('a lesson of the bundled course', previews.bundled, previewLimit),
    preview('a lesson of 10,000 lines', previews.long, null),
    typing('a lesson of the bundled course', keys.bundled, keys),
    typing('a lesson of 10,000 lines', keys.long, keys),
    line('key to paint, nothing but CodeMirror', keys.empty),
  ];
  const head = ['', 'p50', 'p95', 'p99', 'expected', '', 'processor time', 'compared with', 'ratio'];
  return `## Studio

${table(head, rows)}

${pages(costs)}

Code of the editor in the scripts of learners' pages: ${kilobytes(editorBytes)}, expected 0 kB: ${editorBytes === 0 ? 'met' : 'short'}.

- *Publishing* is compared with storing the same rows by bare statements in one transaction. The lessons are those
  of the bundled course over and over, 14 kB each. The median of a few; what happens once, once. *After a restart*
  every lesson is compiled anew, before the transaction and without a lock.
- *Preview* is compared with the Markdown parser and renderer alone, in a process of its own: ${previews.bundled.count} previews of the
  one lesson and ${previews.long.count} of the other, each with other words. From the request to the last byte; p99 is expected to
  stay below the pause after which the editor asks.
- *Key to paint* is compared with an empty page with nothing but CodeMirror: ${keys.count} keys in Chromium on each page in
  turns, 70 ms apart, with pauses in which the editor saves and previews; from the event to the end of the frame
  after the change. p95 is expected to stay below the limit.
- *Processor time* is that of the publishing process, of the server per preview, and of the page's main thread per
  key with all else it does meanwhile. It varies less than the rest when the machine is busy.
`;
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { figures } from '@/kinds/blocks/figure/figures';
import { lesson } from './lesson';

const { says } = lesson('five-year-scorecard');

type Row = { directive: string; found: { level: string }[] };
const course = join(import.meta.dirname, '../../content/reading-a-blockchain-policy');
const scorecard: Row[] = parse(readFileSync(join(course, 'scorecard.yaml'), 'utf8'));
const text = readFileSync(join(course, 'modules/9-your-verdict/3-five-year-scorecard.md'), 'utf8');

const table = [...text.matchAll(/^\| (D\d+) ([^|]*?) *\| (E\d) *\| (E\d|–) *\|$/gm)].map(
  ([, directive = '', title = '', done = '', came = '']) => ({ directive, title, done, came }),
);
const percent = (part: number): string => `${((100 * part) / table.length).toFixed(1)}%`;

test('the table of the lesson is that of the scorecard and of the figure', () => {
  expect(table.map(({ directive }) => directive)).toEqual(scorecard.map(({ directive }) => directive));
  expect(table).toHaveLength(15);
  for (const [at, { directive, title, done, came }] of table.entries()) {
    const best = scorecard[at]?.found
      .map(({ level }) => level)
      .sort()
      .at(-1);
    expect([directive, [done, came === '–' ? 'E0' : came].sort().at(-1)]).toEqual([directive, best]);
    const also = came === '–' ? '' : `, and for what came of it ${came}`;
    expect(figures['scorecard-levels']?.description).toContain(`${directive}, ${title}: ${done}${also}`);
  }
});

test('three true percentages, a mean, a median and a doubt', () => {
  const done = table.map((row) => Number(row.done[1]));
  const shown = done.filter((level) => level >= 3).length;
  const outcomes = table.filter(({ came }) => came !== '–' && Number(came[1]) >= 3).length;
  says(`\n${percent(done.filter((level) => level >= 1).length)}\n${percent(shown)}\n${percent(outcomes)}\n`);
  says(
    `done = "${done.join('')}"`,
    `came = "${table.map(({ came }) => (came === '–' ? '-' : came[1])).join('')}"`,
    `In ${shown} of ${table.length} somebody without a hand`,
    `In ${outcomes} of ${table.length} such a person`,
  );
  if (shown !== 8 || 8 * 3 + 7 * 2 !== done.reduce((sum, level) => sum + level, 0)) throw new Error('not 38');
  says('eight times 3 and seven times 2 make 38');
  says(`it is ${(done.reduce((sum, level) => sum + level, 0) / done.length).toFixed(2)} for what was done`);
  says(`which needs only the order, is E${done.sort()[7]}`);
  says(
    `three of the ${shown === 8 ? 'eight' : shown} E3`,
    'Then five remain',
    `falls to ${percent(shown - 3).slice(0, -1)}`,
  );
});

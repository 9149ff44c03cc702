import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { lesson, lessons } from './lesson';

const course = join(import.meta.dirname, '../../content/reading-a-blockchain-policy');
const guide = readFileSync(join(course, 'guide.md'), 'utf8');
/** The guide as one line, for what may be broken over two. */
const prose = guide.replace(/\s+/g, ' ');

const minutesOf = new Map(
  lessons.map(({ id, text }) => [id, Number(/^minutes: (\d+)$/m.exec(text)?.[1] ?? Number.NaN)]),
);
const sum = (numbers: number[]): number => numbers.reduce((total, one) => total + one, 0);
const work = (ids: string[]): number => sum(ids.map((id) => minutesOf.get(id) ?? Number.NaN));
const hours = (minutes: number): string =>
  [`${Math.floor(minutes / 60)} h`, ...(minutes % 60 ? [`${minutes % 60} min`] : [])].join(' ');
const inWords = (minutes: number): string =>
  `${minutes.toLocaleString('en')} minutes, which is ${Math.floor(minutes / 60)} hours${minutes % 60 ? ` ${minutes % 60} minutes` : ''}.`;

/** The weeks of a plan: the lessons that each row links, and what it says of their work. */
function plan(title: string) {
  const part = guide.split(/^### /m).find((one) => one.startsWith(`${title}\n`)) ?? '';
  return [...part.matchAll(/^\| (\d+) \| ([^|]*) \|.*\| ([^|]*) \|$/gm)].map(
    ([, week, linked = '', says]) => ({
      week: Number(week),
      ids: [...linked.matchAll(/\]\(([a-z0-9-]+)/g)].map(([, id = '']) => id),
      says,
    }),
  );
}

test.each([
  { title: 'Twelve weeks', weeks: 12, whole: true },
  { title: 'Eight weeks', weeks: 8, whole: true },
  { title: 'Four weeks', weeks: 4, whole: false },
])('$title: each week and their sum are those of the lessons', ({ title, weeks, whole }) => {
  const rows = plan(title);
  expect(rows.map(({ week }) => week)).toEqual(Array.from({ length: weeks }, (_, at) => at + 1));
  const minutes = rows.map(({ ids }) => work(ids));
  expect(rows.map(({ says }) => says)).toEqual(minutes.map((one) => `${one} min (${hours(one)})`));
  expect(prose).toContain(`Sum: ${minutes.join(' + ')} = ${inWords(sum(minutes))}`);
  const ids = rows.flatMap((row) => row.ids);
  const inOrder = lessons.map(({ id }) => id).filter((id) => whole || ids.includes(id));
  expect(whole ? ids : [...ids].sort()).toEqual(whole ? inOrder : inOrder.sort());
});

test('the modules and the whole course', () => {
  expect(prose).toContain(`The whole course takes ${inWords(work(lessons.map(({ id }) => id)))}`);
  for (const [at, folder] of [...new Set(lessons.map(({ module }) => module))].entries()) {
    const { title } = parse(readFileSync(join(course, 'modules', folder, 'module.yaml'), 'utf8'));
    const minutes = work(lessons.filter(({ module }) => module === folder).map(({ id }) => id));
    expect(guide).toContain(`| ${at + 1}. ${title} | ${minutes} min (${hours(minutes)}) |`);
  }
});

test('every link leads to a lesson, and to a place in it', () => {
  const links = [...guide.matchAll(/\]\(([^)#\s]+)(?:#([^)\s]+))?\)/g)];
  expect(links.length).toBeGreaterThan(100);
  for (const [, id = '', block] of links) {
    const { says } = lesson(id);
    if (block) says(`{#${block}`);
  }
});

test('every lesson with a discussion is spoken of, with a misconception that it names', () => {
  for (const { id } of lessons.filter(({ text }) => text.includes('kind="discuss"'))) {
    const part = new RegExp(`^\\*\\*\\[[^\\]]*\\]\\(${id}\\)[^]*?(?=\\n\\n)`, 'm').exec(guide)?.[0] ?? '';
    const name = /\*Misconception: "([^"]+)"\*/.exec(part.replace(/\s+/g, ' '))?.[1];
    lesson(id).says(`> **${name}**`);
  }
});

test('the points of the answers by which reviewers are calibrated', () => {
  const text = lessons.find(({ id }) => id === 'capstone')?.text ?? '';
  const printed = text
    .split(/^\| Criterion \| Points \|.*$/m)
    .slice(1)
    .map((table) =>
      sum(
        [...(table.split('\n\n')[0] ?? '').matchAll(/^\| [^|]+ \| (\d) \|/gm)].map((row) => Number(row[1])),
      ),
    );
  const samples = [...text.matchAll(/^ +scores: \{(.*)\}$/gm)].map(([, scores = '']) =>
    sum([...scores.matchAll(/\d/g)].map(Number)),
  );
  expect(prose).toContain(`${printed[0]} points of 20, and one`);
  expect(prose).toContain(
    `${printed[1]} of 20. Two more texts are scored by every reviewer first. The course gives them ${samples.join(' and ')}.`,
  );
});

import { describe, expect, test } from 'vitest';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from './course';
import { compileLesson } from './lesson';
import { readLibrary } from './library';

const file = 'modules/1-first/1-one.md';

/** The lesson with this text as its second block; fails when the compiler reports anything. */
async function compiled(text: string) {
  const lesson = courseFiles[file].replace(/A :term[\s\S]*?\n\n/, () => `${text}\n\n`);
  const { course, problems } = await compileCourse(courseOf({ [file]: lesson }));
  expect(problems).toEqual([]);
  if (!course?.lessons[0]) throw new Error('no lesson');
  return course.lessons[0];
}
const htmlOf = async (text: string) =>
  (await compiled(text)).content.blocks.find(({ id }) => id === 'a-part')?.html ?? '';

describe('what a browser would run does not survive', () => {
  test.each([
    ['a script in a sentence', 'Before <script>alert(1)</script> after.'],
    ['a picture that fails', 'Before <img src=x onerror=alert(1)> after.'],
    ['a handler', 'Before <b onclick="alert(1)">bold</b> after.'],
    ['a frame', 'Before <iframe src="https://evil.example"></iframe> after.'],
    ['a style', 'Before <span style="position:fixed">over</span> after.'],
    ['a link to a script', 'Before [link](javascript:alert(1)) after.'],
    ['a link to a script in disguise', 'Before [link](JaVaScRiPt:alert(1)) after.'],
    ['a link to a script with a break', 'Before [link](<java&#10;script:alert(1)>) after.'],
    ['a link to data', 'Before [link](data:text/html,<script>alert(1)</script>) after.'],
    ['a link to a script by reference', 'Before [link][l] after.\n\n[l]: javascript:alert(1)'],
    ['a picture from data', 'Before ![x](data:image/svg+xml,<svg/onload=alert(1)>) after.'],
    ['an automatic link', 'Before <javascript:alert(1)> after.'],
    ['a script in a formula', 'Before $\\href{javascript:alert(1)}{x}$ after.'],
    [
      'a script in a callout',
      ':::callout{#c kind="note"}\nBefore <script>alert(1)</script> after.\n:::\n\nBefore after.',
    ],
  ])('%s', async (_title, text) => {
    const library = { texts: new Map(Object.entries(courseFiles)), assets: new Map() };
    const lesson = courseFiles[file].replace(/A :term[\s\S]*?\n\n/, () => `${text}\n\n`);
    // Even where it is refused: the preview shows a text with mistakes in it.
    const { library: shared } = await readLibrary(library, () => {});
    const result = compileLesson(file, lesson, shared, () => {});
    const html = result?.lesson.blocks.map((block) => block.html).join('') ?? '';
    expect(html).toContain('Before');
    expect(html).toContain('after.');
    expect(html).not.toMatch(
      /<script|<iframe|<img[^>]+data:|<[^>]+\son\w+=|position:fixed|(href|src)="\s*(java|data)/i,
    );
  });

  test('a directive cannot pass attributes or elements on', async () => {
    const html = await htmlOf(
      'A :term[digest]{onclick="alert(1)" style="x" ref=digest} and :zh[字]{onmouseover="alert(1)"}.',
    );
    expect(html).not.toMatch(/onclick|onmouseover|style=/);
  });
});

describe('what is no directive survives as it was written', () => {
  test.each([
    'At 10:30 the session began.',
    'It ran from 10:30 to 12:45pm.',
    'The ratio is 3:1 or a:b.',
    'Write foo:bar and :smile and :smile: here.',
    'See RFC:2119 or urn:isbn:123.',
    'A set :S[x]{y} of options.',
  ])('%s', async (text) => {
    expect(await htmlOf(text)).toContain(`<p>${text}</p>`);
  });

  test('in a heading, a table and a list', async () => {
    const html = await htmlOf('### At 10:30\n\n| a:b |\n| - |\n| 10:30pm |\n\n- c:d\n');
    for (const part of ['At 10:30</h3>', 'a:b</th>', '10:30pm</td>', 'c:d</li>'])
      expect(html).toContain(part);
  });

  test('in the date of a timeline', async () => {
    const { content } = await compiled(
      ':::timeline{#t title="A day"}\n\n- 24 Oct, 10:30am — It is held.\n\n:::\n\nText.',
    );
    expect(content.blocks.find(({ id }) => id === 't')?.html).toContain('10:30am</p>');
  });
});

describe('what the text asks for', () => {
  test('sources are numbered in the order they are cited', async () => {
    const { content } = await compiled('A claim. :cite[src-1] Another. :cite[src-1]');
    const html = content.blocks.map((block) => block.html).join('');
    expect(html.match(/<a href="#src-src-1" class="cite" title="Source 1">1<\/a>/g)).toHaveLength(3);
    expect(content.sources).toMatchObject([{ id: 'src-1', html: expect.stringContaining('25 Oct 2019') }]);
  });

  test('a term opens its glossary entry, and only the terms used stand beside the lesson', async () => {
    const { content } = await compiled('A :term[digest].');
    expect(content.blocks[1]?.html).toContain(
      '<button type="button" class="term" popovertarget="term-digest">',
    );
    expect(content.terms).toEqual([expect.objectContaining({ id: 'digest', zh: null })]);
  });

  test('the sign after a term or a formula stays on its line', async () => {
    const html = await htmlOf('A :term[digest], and $h$. Then $x$ alone.');
    expect(html).toMatch(/<span class="kept"><button[^>]*>digest<\/button>,<\/span> and/);
    expect(html).toMatch(/<span class="kept"><span class="katex"><math.*?<\/math><\/span>\.<\/span> Then/);
    expect(html.match(/class="kept"/g)).toHaveLength(2);
  });

  test('Chinese is marked as Chinese', async () => {
    expect(await htmlOf('The phrase :zh[话语权].')).toContain('<span lang="zh">话语权</span>');
  });

  test('formulas are drawn as MathML, code is coloured, and neither runs', async () => {
    const html = await htmlOf('$h = H(x)$\n\n```python\nprint("<b>")\n```');
    expect(html).toContain('<math');
    expect(html).toMatch(/<pre[^>]+class="shiki/);
    expect(html).not.toContain('<b>');
  });

  test('a ### heading keeps no id: it is taken off, and whoever wrote it is told', async () => {
    const file = 'modules/1-first/1-one.md';
    const text = courseFiles[file].replace(
      '## A part {#a-part}',
      '## A part {#a-part}\n\n### Within {#within}',
    );
    const { course, problems } = await compileCourse(courseOf({ [file]: text }));
    expect(problems).toEqual([
      { file, line: expect.any(Number), message: expect.stringContaining('only a ## heading'), advice: true },
    ]);
    expect(course?.lessons[0]?.content.blocks.map(({ html }) => html).join('')).toContain('<h3>Within</h3>');
  });

  test('text after a block continues its section', async () => {
    const { content } = await compiled('Before.\n\n::passage{#p-2 ref="D2"}\n\nAfter.');
    expect(content.blocks.map(({ id, label }) => [id, label]).slice(1, 4)).toEqual([
      ['a-part', 'A part'],
      ['p-2', 'Passage D2: The second'],
      ['a-part-2', 'A part'],
    ]);
  });

  test('the key of a question is kept apart from the lesson', async () => {
    const { content, keys } = await compiled('Text.');
    expect(keys['q-1']).toMatchObject({ correct: ['b'] });
    expect(JSON.stringify(content)).not.toMatch(/misconception|correct|feedback/);
  });
});

test('the hash says what the content is, not in what order it was written', async () => {
  const hashOf = async (changes: Record<string, string>) =>
    (await compileCourse(courseOf(changes))).course?.contentHash;
  const course = courseFiles['course.yaml'];
  const reordered = `${course.replace('slug: small-course\n', '')}slug: small-course\n`;
  expect(await hashOf({ 'course.yaml': reordered })).toBe(await hashOf({}));
  expect(await hashOf({ 'course.yaml': course.replace('It is small', 'It is big') })).not.toBe(
    await hashOf({}),
  );
  expect(await hashOf({ [file]: courseFiles[file].replace('> Right.', '> Quite right.') })).not.toBe(
    await hashOf({}),
  );
});

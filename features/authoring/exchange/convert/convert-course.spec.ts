import { describe, expect, test } from 'vitest';
import type { Asset } from '@/rules/authoring/course-files';
import { stopsPublishing } from '@/rules/authoring/course-files';
import { compileCourse } from '../../compile/course';
import { formatProblem } from '../../compile/problem';
import type { Medium } from '../received';
import { convertCourse } from './convert-course';

const medium = (type: Medium['type'], hash: string): Medium => ({ type, hash, file: '' });

async function convert(files: Record<string, string>, media: Record<string, Medium> = {}) {
  const { texts, used, notes } = await convertCourse({
    name: 'upload',
    texts: new Map(Object.entries(files)),
    media: new Map(Object.entries(media)),
    verified: '2026-11-23',
    into: null,
  });
  const said = notes.map(({ kind, file, line, message }) => `${kind} ${file}:${line} ${message}`);
  return { texts, used, said, paths: [...texts.keys()] };
}

/** What the compiler finds beside what only a person can write. */
async function problemsIn(files: Record<string, string>, media: Record<string, Medium> = {}) {
  const { texts, used } = await convert(files, media);
  const written = new Map(
    [...texts].map(([path, text]) => [path, text.replaceAll(/\[\[write: (.*?)\]\]/g, '$1')]),
  );
  const assets = new Map(
    [...used].map(([path, from]): [string, Asset] => [
      path,
      { type: media[from]?.type ?? 'image/png', hash: 'a'.repeat(64), bytes: 1, width: 2, height: 2 },
    ]),
  );
  const { problems } = await compileCourse({ texts: written, assets });
  return problems.filter(stopsPublishing).map(formatProblem);
}

const png = medium('image/png', 'a');

/** Small courses in the manner of the systems they are named after. */
const sites = {
  MkDocs: {
    'mkdocs.yml': `site_name: Ledgers by Hand
site_description: How a ledger is kept when nobody may be trusted with it alone.
nav:
  - Home: index.md
  - Keeping books:
      - One book: books/one.md
      - books/many.md
  - Elsewhere: https://example.org
markdown_extensions: [admonition, !!python/name:some.thing ]
`,
    'docs/index.md': '# Welcome\n\nStart with [one book](books/one.md#why-one).\n',
    'docs/books/one.md':
      '# One book\n\n!!! note "Keep it dry"\n    Paper likes no rain.\n\n    Ink neither.\n\n## Why one\n\nBecause.\n\n=== "Paper"\n\n    On paper.\n\n=== "Screen"\n\n    On a screen.\n',
    'docs/books/many.md':
      '---\ntitle: Many books\ndescription: What several books are good for.\n---\n\nSee [the first](one/).\n',
    'docs/left-over.md': '# Left over\n\nNobody lists me.\n',
  },
  mdBook: {
    'src/SUMMARY.md':
      '# Summary\n\n[Preface](preface.md)\n\n# First part\n\n- [Stones](stones.md)\n  - [Heavy ones](stones/heavy.md)\n- [Water]()\n\n# Second part\n\n- [Sand](sand.md)\n',
    'src/preface.md': '# Preface\n\nWords before.\n',
    'src/stones.md': '# Stones\n\nThey are hard. {{#include ../listing.rs}}\n',
    'src/stones/heavy.md': '# Heavy stones\n\n```rust\n# fn main() {}\n```\n',
    'src/sand.md': '# Sand\n\nBack to [stones](./stones.html#stones).\n',
  },
  Docusaurus: {
    'docs/intro.md':
      "---\nsidebar_position: 2\ntitle: Intro\n---\nimport Tabs from '@theme/Tabs';\n\n# Intro\n\n:::tip Look here\n\nIt *works*.\n\n:::\n\n## Next {#next-step}\n\nGo to [setup](/docs/setup).\n",
    'docs/setup.md':
      '---\nsidebar_position: 1\n---\n\n# Setup\n\n:::danger\n\nHot.\n\n:::\n\nThen [on](./intro.md#next-step).\n',
  },
  Hugo: {
    'content/_index.md': '+++\ntitle = "Rivers"\ndescription = "Where water goes."\n+++\n',
    'content/upper/_index.md': '+++\ntitle = "The upper river"\nweight = 1\n+++\n',
    'content/upper/springs.md':
      '+++\ntitle = "Springs"\nweight = 20 # second\ntags = ["x"]\n+++\n\n{{% notice warning "Cold" %}}\nIt is cold.\n{{% /notice %}}\n\n{{< figure src="spring.png" alt="A spring" >}}\n',
    'content/upper/clouds.md': '+++\ntitle = "Clouds"\nweight = 10\n+++\n\nUp there.\n',
    'content/lower/_index.md': '+++\ntitle = "The lower river"\nweight = 2\n+++\n',
    'content/lower/mouth.md': '+++\ntitle = "The mouth"\n+++\n\nThe sea.\n',
  },
  Jekyll: {
    '_config.yml': 'title: Small Engines\ndescription: Engines that fit into a hand.\n',
    'index.md': '---\nlayout: home\n---\n\n{% include nav.html %}\n',
    'lessons/2024-03-01-valves.md':
      '---\ntitle: Valves\ndate: 2024-03-01\n---\n\n{% highlight c %}\nint a;\n{% endhighlight %}\n\nText.\n{: .lead }\n',
    'lessons/2024-02-01-pistons.md':
      '---\ntitle: Pistons: an introduction\ndate: 2024-02-01\n---\n\nUp and down.\n',
  },
  'numbered folders': {
    'README.md':
      '# Bread in Ten Steps\n\nHow to bake a bread that is worth the name.\n\n- [Start](1-flour/README.md)\n',
    'LICENSE.md': 'Do as you like.',
    '1-flour/README.md': '# Flour\n\nGrain, milled.\n\n![Grain](images/grain%20one.png)\n',
    '2-water/README.md': '# Water\n\nWet.\n',
    '10-oven/README.md': '# The oven\n\nHot.\n',
  },
};
const mediaOf: Partial<Record<keyof typeof sites, Record<string, Medium>>> = {
  Hugo: { 'content/upper/spring.png': png },
  'numbered folders': {
    '1-flour/images/grain one.png': png,
    '1-flour/images/unused.png': medium('image/png', 'b'),
  },
};

describe.each(Object.entries(sites))('a course in the manner of %s', (name, files) => {
  const media = mediaOf[name as keyof typeof sites] ?? {};

  test('becomes a course that compiles once a person has filled in the prompts', async () => {
    expect(await problemsIn(files, media)).toEqual([]);
  });

  test('becomes the same modules and lessons as before', async () => {
    const { paths, said } = await convert(files, media);
    expect({ paths: paths.sort(), said: said.sort() }).toMatchSnapshot();
  });
});

describe('the order', () => {
  const lessons = async (name: keyof typeof sites) =>
    (await convert(sites[name], mediaOf[name])).paths.filter((path) => path.endsWith('.md')).sort();

  test('is that of the table of contents where there is one', async () => {
    expect(await lessons('MkDocs')).toEqual([
      'modules/1-ledgers-by-hand/1-home.md',
      'modules/2-keeping-books/1-one-book.md',
      'modules/2-keeping-books/2-many-books.md',
      'modules/3-other-pages/1-left-over.md',
    ]);
    expect(await lessons('mdBook')).toEqual([
      'modules/1-upload/1-preface.md',
      'modules/2-stones/1-stones.md',
      'modules/2-stones/2-heavy-ones.md',
      'modules/3-second-part/1-sand.md',
    ]);
  });

  test('is that of the front matter, of the dates, or of the numbers, 2 before 10', async () => {
    expect(await lessons('Docusaurus')).toEqual([
      'modules/1-upload/1-setup.md',
      'modules/1-upload/2-intro.md',
    ]);
    expect(await lessons('Hugo')).toEqual([
      'modules/1-the-upper-river/1-clouds.md',
      'modules/1-the-upper-river/2-springs.md',
      'modules/2-the-lower-river/1-the-mouth.md',
    ]);
    expect(await lessons('Jekyll')).toEqual([
      'modules/1-lessons/1-pistons-an-introduction.md',
      'modules/1-lessons/2-valves.md',
    ]);
    expect(await lessons('numbered folders')).toEqual([
      'modules/1-bread-in-ten-steps/1-flour.md',
      'modules/1-bread-in-ten-steps/2-water.md',
      'modules/1-bread-in-ten-steps/3-the-oven.md',
    ]);
  });
});

describe('the words of the course', () => {
  test('come from the site, its front page, or the folder', async () => {
    const head = async (name: keyof typeof sites) =>
      (await convert(sites[name], mediaOf[name])).texts.get('course.yaml') ?? '';
    expect(await head('MkDocs')).toContain('title: Ledgers by Hand\nsummary: How a ledger is kept');
    expect(await head('numbered folders')).toContain(
      'title: Bread in Ten Steps\nsummary: How to bake a bread',
    );
    expect(await head('Hugo')).toContain('title: Rivers\nsummary: Where water goes.');
    expect(
      (await convert({ 'a.md': '# A\n\nx\n', 'b.md': '# B\n\nx\n' })).texts.get('course.yaml'),
    ).toContain('title: Upload');
  });

  test('what only a person can say is a prompt, today is the day of the facts, and minutes are estimated', async () => {
    const { texts } = await convert({ 'a.md': '# A\n\nText.\n' });
    const lesson = texts.get('modules/1-a/1-a.md') ?? '';
    expect(lesson).toContain('objectives:\n  - "[[write: what learners can do after this lesson]]"');
    expect(lesson).toContain('summary: "[[write: one sentence for the syllabus]]"\n');
    expect(lesson).toContain('verified: 2026-11-23\n');
    expect(lesson).not.toContain('minutes');
  });

  test('a course in Chinese is one, and has addresses all the same', async () => {
    const { texts, paths } = await convert({
      '一.md': '# 什么是区块链\n\n区块链是一种账本。\n',
      '二.md': '# 哈希\n\n摘要。\n',
    });
    expect(texts.get('course.yaml')).toContain('language: zh');
    expect(paths.filter((path) => path.endsWith('.md'))).toEqual([
      'modules/1-upload/1-lesson.md',
      'modules/1-upload/2-lesson-2.md',
    ]);
    expect(texts.get('modules/1-upload/1-lesson.md')).toContain('title: 什么是区块链');
  });
});

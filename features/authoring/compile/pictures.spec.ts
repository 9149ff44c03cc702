import { describe, expect, test } from 'vitest';
import type { Asset } from '@/rules/authoring/course-files';
import { courseFiles, courseOf } from '@/test/course-folder';
import { compileCourse } from './course';
import { formatProblem } from './problem';

const lesson = 'modules/1-first/1-one.md';
const [wide, small, paper] = ['a', 'b', 'c'].map((letter) => letter.repeat(64));
const assets = new Map<string, Asset>([
  ['assets/wide.png', { hash: wide ?? '', type: 'image/png', bytes: 9, width: 2000, height: 1000 }],
  ['assets/small one.png', { hash: small ?? '', type: 'image/png', bytes: 9, width: 300, height: 200 }],
  ['assets/paper.pdf', { hash: paper ?? '', type: 'application/pdf', bytes: 9, width: null, height: null }],
]);

/** The html of a lesson that has this text, with what the compiler says of it. */
async function compiled(text: string, head = '') {
  const files = courseOf({
    [lesson]: courseFiles[lesson].replace('The opening,', `${text}\n\nThe opening,`),
    'course.yaml': courseFiles['course.yaml'] + head,
  });
  const { course, problems } = await compileCourse({ ...files, assets });
  const html = course?.lessons[0]?.content.blocks.map((block) => block.html).join('') ?? '';
  return { html, problems: problems.map(formatProblem), manifest: course?.manifest };
}

describe('a picture in a lesson', () => {
  test('has its size, its widths and nothing else', async () => {
    const { html, problems } = await compiled('Before ![A *chain*](assets/wide.png) after.');
    expect(problems).toEqual([]);
    const address = `/api/assets/small-course/${wide}`;
    expect(html).toContain(
      `<img src="${address}" alt="A chain" width="2000" height="1000" srcset="${address}/480 480w, ${address}/960 960w, ${address}/1600 1600w" sizes="(max-width: 43rem) 100vw, 40rem" loading="lazy">`,
    );
  });

  test('smaller than every width has its own', async () => {
    const { html } = await compiled('Before ![A chain](<assets/small one.png>) after.');
    expect(html).toContain(`srcset="/api/assets/small-course/${small}/300 300w"`);
  });

  test('in a paragraph of its own is a figure, and its title the caption', async () => {
    const { html } = await compiled('![A chain](assets/wide.png "Each names the one before & after")');
    expect(html).toMatch(
      /<figure class="picture"><img (?![^>]*title)[^>]*><figcaption>Each names the one before &#x26; after<\/figcaption><\/figure>/,
    );
  });

  test.each([
    ['without words', '![](assets/wide.png)', 'no alternative text'],
    ['that is not there', '![A](assets/gone.png)', 'there is no such picture'],
    ['that is a document', '![A](assets/paper.pdf)', 'there is no such picture'],
    ['of another site', '![A](https://example.org/a.png)', 'not taken from other sites'],
    ['of another site, without a scheme', '![A](//example.org/a.png)', 'not taken from other sites'],
    ['in the text itself', '![A](data:image/png;base64,AAAA)', 'not taken from other sites'],
    ['by a path upwards', '![A](assets/../../secret.png)', 'there is no such picture'],
    ['by an address encoded wrongly', '![A](assets/%zz.png)', 'there is no such picture'],
    ['by reference', '![A][ref]\n\n[ref]: assets/wide.png', 'write a picture as'],
  ])('%s stops publishing', async (_title, text, message) => {
    const { problems, manifest } = await compiled(text);
    expect([problems.join('\n'), manifest]).toEqual([expect.stringContaining(message), undefined]);
    expect(problems[0]).toMatch(new RegExp(`^${lesson}:12: `));
  });

  test('a link to a document leads to it', async () => {
    const { html, problems } = await compiled('The [law](assets/paper.pdf).');
    expect([html.includes(`<a href="/api/assets/small-course/${paper}">law</a>`), problems]).toEqual([
      true,
      [],
    ]);
    expect((await compiled('The [law](assets/%zz.pdf).')).problems[0]).toContain('there is no such file');
  });
});

describe('the cover', () => {
  test('is known by its hash', async () => {
    expect((await compiled('', 'cover: assets/wide.png\n')).manifest?.cover).toBe(wide);
    expect((await compiled('')).manifest?.cover).toBeUndefined();
  });

  test.each(['assets/gone.png', 'assets/paper.pdf', 'https://example.org/a.png'])(
    'is not %s',
    async (cover) => {
      const { problems } = await compiled('', `cover: ${cover}\n`);
      expect(problems[0]).toMatch(/^course\.yaml:\d+: .*picture/);
    },
  );
});

import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { type Entry, zipOf } from '@/test/archives';
import { pictureOf } from '@/test/assets';
import { courseFiles } from '@/test/course-folder';
import { writeLesson } from './editor';
import { demo, enroll, expect, inOwnContext, newPerson, signIn, test } from './fixtures';
import { expectInert, families, oneLine, watch } from './hostile';
import { fileIds, importCourse, ownOrigin, publishCourse, uploadArchive } from './staff';

// Without the policy of the site, which would hide a hole: what stands here must hold by itself.
test.use({ bypassCSP: true });
test.setTimeout(240_000);

type Family = (typeof families)[number];
const all = families.map(([, text]) => text);
const quoted = (text: string): string => JSON.stringify(text);

/** A lesson with every family everywhere that a text can stand. */
function lessonOf(chosen: readonly Family[]): string {
  const parts = chosen.map(([name, text], index) => {
    const line = oneLine(text);
    return `## Part ${index} ${line} {#part-${index}}

Before ${index} ${text} after, which is ${name}.

${text}

- In a list ${line}
  1. deeper ${line}

> In a quotation ${line}

| In ${line} | a table |
| - | - |
| ${line} | ${line} |

In *emphasis ${line}* and a note.[^n${index}]

[^n${index}]: ${line}

:::callout{#c-${index} kind="note" title=${quoted(line).replaceAll('\\"', '&quot;')}}
In a box ${text}
:::
`;
  });
  const questions = [];
  for (let at = 0; at < chosen.length; at += 3) {
    const options = chosen.slice(at, at + 3).map(
      ([, text], index) => `- [ ] Option ${index} ${oneLine(text)}
  > **Misconception ${index} ${oneLine(text)}** Why ${oneLine(text)}`,
    );
    questions.push(`:::question{#q-${at} kind="multiple" objective="1"}
Which of ${oneLine(chosen[at]?.[1] ?? '')}?

${options.join('\n')}
- [x] The last
  > Right.
:::
`);
  }
  return `---
id: one
title: ${quoted(
    `Hostile ${chosen
      .map(([, text]) => oneLine(text))
      .join(' ')
      .slice(0, 400)}`,
  )}
summary: ${quoted(chosen.map(([, text]) => oneLine(text)).join(' '))}
objectives:
${chosen.map(([, text]) => `  - ${quoted(oneLine(text))}`).join('\n')}
verified: "2026-01-01"
---

The opening.

${parts.join('\n')}
${questions.join('\n')}
## The end {#the-end}

This is the end.
`;
}

const headersOf = (page: Page) => ({ origin: ownOrigin(page), accept: 'application/json' });
const slugOf = (name: string): string => `${name}-${randomUUID().slice(0, 8)}`;

/** Whether the compiler takes a text as it is; the families it does not take are never published. */
async function isPublishable(page: Page, slug: string, file: string, text: string): Promise<boolean> {
  const answer = await page.request.post(`/api/teach/${slug}/preview`, {
    headers: headersOf(page),
    data: { file, text },
  });
  expect(answer.status()).toBe(200);
  const { problems } = (await answer.json()) as { problems: { advice?: boolean }[] };
  return problems.every(({ advice }) => advice === true);
}

/** Goes over everything in the text, as a reader's pointer and keyboard do. */
async function touchEverything(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const node of document.querySelectorAll('main *')) {
      for (const type of ['pointerenter', 'mouseover', 'focus', 'toggle', 'load', 'error'])
        node.dispatchEvent(new Event(type));
    }
  });
}

async function readEach(page: Page, watched: { found: string[] }, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    await touchEverything(page);
    await expectInert(page, watched, path);
  }
}

test('the text of a lesson: beside the editor, in the rooms of the studio, and to a learner', async ({
  page,
  context,
}) => {
  const watched = watch(page);
  const slug = slugOf('text');
  await signIn(page, demo.instructor);
  await importCourse(page, slug, courseFiles);
  const file = (await fileIds(page, slug)).get('Lesson one') ?? '';
  const lesson = `/teach/${slug}/lessons/${file}`;

  // In parts, as lessons are: all of it at once would keep the server busy for others.
  const preview = page.locator('.ed-preview-scroll');
  for (let at = 0; at < families.length; at += 12) {
    const some = families.slice(at, at + 12);
    await page.goto(lesson);
    await writeLesson(page, lessonOf(some));
    await expect(preview.getByText(some.at(-1)?.[0] ?? '').first()).toBeAttached();
    for (const [index, [name]] of some.entries())
      await expect(preview.getByText(`Before ${index} `).first(), name).toBeAttached();
    await touchEverything(page);
    await expectInert(page, watched);
    await readEach(page, watched, [lesson, `/teach/${slug}/publish`, `/teach/${slug}/preview/draft/one`]);
  }
  await readEach(page, watched, [
    `${lesson}/details`,
    `/teach/${slug}/outline`,
    `/teach/${slug}/preview/draft`,
  ]);

  const taken: Family[] = [];
  for (const family of families)
    if (await isPublishable(page, slug, file, lessonOf([family]))) taken.push(family);
  expect(taken.length).toBeGreaterThan(families.length / 3);
  await page.goto(lesson);
  await writeLesson(page, lessonOf(taken));
  await publishCourse(page, slug);
  await readEach(page, watched, [
    `/teach/${slug}/editions/1`,
    `/teach/${slug}/editions/1/compare/draft`,
    `/teach/${slug}/figures`,
    `/teach/${slug}/figures/one`,
    `/courses/${slug}`,
  ]);

  const student = await inOwnContext(context, { bypassCSP: true });
  const seen = watch(student);
  await signIn(student, await newPerson());
  await enroll(student, slug);
  await student.goto(`/learn/${slug}/one`);
  await expect(student.getByText('This is the end.')).toBeVisible();
  await touchEverything(student);
  await expectInert(student, seen);
  const questions = student.locator('form.question');
  for (let at = 0; at < (await questions.count()); at += 1) {
    for (const box of await questions.nth(at).getByRole('checkbox').all()) await box.check();
    await questions.nth(at).getByRole('button', { name: 'Check', exact: true }).click();
    await expect(questions.nth(at).locator('.question-verdict')).not.toBeEmpty();
  }
  await touchEverything(student);
  await expectInert(student, seen);
  await readEach(student, seen, ['/learn', `/learn/${slug}`, `/learn/${slug}/record`, `/learn/${slug}/one`]);
  await student.context().close();
});

test('every field of a new course and of its settings', async ({ page }) => {
  const watched = watch(page);
  const slug = slugOf('field');
  await signIn(page, demo.instructor);
  await page.goto('/teach/new');
  const short = all.map(oneLine).filter((text) => text.length <= 95);
  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
  await field('Title').fill(`T ${short[0]}`);
  await field('Address').fill(slug);
  await field('Summary').fill(short.slice(0, 10).join(' ').slice(0, 990));
  await field('Level').fill(short[1] ?? '');
  await field('For whom').fill(all.map(oneLine).join('\n'));
  await field('What learners will be able to do').fill(all.map(oneLine).join('\n'));
  await page.getByRole('button', { name: 'Create the course' }).click();
  await page.waitForURL(`/teach/${slug}/outline`);
  await expectInert(page, watched);

  const names = [
    'Title',
    'Summary',
    'What learners will be able to do',
    'For whom',
    'Not for whom',
    'Level',
    'Authors',
    'Title of the source',
    'Publisher',
    'How the course uses it',
  ];
  for (let at = 0; at < short.length; at += 6) {
    await page.goto(`/teach/${slug}/settings`);
    const some = [...short, ...short].slice(at, at + names.length);
    for (const [index, name] of names.entries())
      await field(name).fill(name === 'Authors' ? `${some[index]}: ${some[index]}` : (some[index] ?? ''));
    await field('Date').fill('2019-10');
    await page.getByRole('button', { name: 'Save the settings' }).click();
    await expect(page.getByText('Saved to the draft.')).toBeVisible();
    await expect(field('Title')).toHaveValue(some[0] ?? '');
    await readEach(page, watched, [`/teach/${slug}/preview/draft`, `/teach/${slug}/settings`]);
  }
  await readEach(page, watched, [
    '/teach',
    ...['files', 'import', 'settings/duplicate', 'settings/archive', 'publish'].map(
      (room) => `/teach/${slug}/${room}`,
    ),
  ]);

  await page.goto(`/teach/${slug}/settings`);
  await field('Title').fill('before \u0000 after');
  await page.getByRole('button', { name: 'Save the settings' }).click();
  await expect(page.getByText('This text has characters that cannot be stored.').first()).toBeVisible();
});

test('a source that is pasted, and one that is uploaded as a page', async ({ page }) => {
  const watched = watch(page);
  const slug = slugOf('source');
  await signIn(page, demo.instructor);
  await importCourse(page, slug, courseFiles);
  const body = families
    .map(([, text], index) => `<p>Passage ${index} says ${text} and goes on.</p>`)
    .join('\n\n');
  const html = `<!doctype html><html><head><title>${all[23]}</title><base href=//evil.example><meta http-equiv=refresh content="0;url=//evil.example"></head><body onload="window.__ran=1"><article>${body}</article></body></html>`;

  const fill = async (at: number) => {
    const line = (offset: number) => oneLine(all[(at + offset) % all.length] ?? '').slice(0, 190);
    const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
    await field('Title').fill(line(0));
    await field('Publisher').fill(line(1));
    await field('Author (optional)').fill(line(2));
    await field('Date').fill('2019');
    await field('What it retells (optional)').fill(line(3));
    await field('What the lessons take from it').fill(line(4));
    await field('Rights note (optional)').fill(line(5));
  };
  const documents: string[] = [];
  for (const [at, way] of ['pasted', 'pasted as html', 'uploaded'].entries()) {
    await page.goto(`/teach/${slug}/sources/new`);
    await fill(at * 8);
    if (way === 'uploaded') {
      await page
        .getByLabel('Or a file')
        .setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer: Buffer.from(html) });
    } else await page.getByLabel('The text').fill(way === 'pasted' ? body.replace(/<\/?p>/g, '') : html);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await page.waitForURL(/\/sources\/[0-9a-f-]{36}/);
    documents.push(page.url().replace(/[?#].*/, ''));
  }
  for (const document of documents)
    await readEach(page, watched, [document, `${document}/about`, `${document}/frame`]);
  await readEach(page, watched, [`/teach/${slug}/sources`, `/teach/${slug}/coverage`]);

  await page.goto(`${documents[0]}/frame`);
  for (const box of (await page.getByRole('checkbox').all()).slice(0, 30)) await box.check();
  await page.getByLabel('Title of the lesson').fill(oneLine(all[0] ?? ''));
  await page.getByRole('button', { name: 'Draft the lesson' }).click();
  await page.waitForURL(/\/lessons\/[0-9a-f-]{36}/);
  await expect(page.locator('.ed-preview-scroll .lesson-block').first()).toBeVisible();
  await touchEverything(page);
  await expectInert(page, watched);

  const address = page.getByLabel('Address (optional)');
  for (const bad of ['javascript:window.__ran=1', 'data:text/html,x', 'vbscript:x', '//evil.example']) {
    await page.goto(`/teach/${slug}/sources/new`);
    await fill(0);
    await page.getByLabel('The text').fill('A text of its own.');
    await address.fill(bad);
    await page.getByRole('button', { name: 'Read the text' }).click();
    await expect(address).toHaveAttribute('aria-invalid', 'true');
    await expect(address).toHaveValue(bad);
  }
  await expectInert(page, watched);
});

/** A course of our own form with a hostile text in every field of every file. */
function hostileFiles(at: number): Record<string, string> {
  let next = at;
  const text = () => {
    next += 1;
    return quoted(`H${next} ${oneLine(all[next % all.length] ?? '')}`);
  };
  const fields =
    /^(\s*-?\s*)(title|summary|paraphrase|speaker|definition|term|publisher|usedFor|level|note|name|about): .*$/gm;
  return Object.fromEntries(
    Object.entries({
      ...courseFiles,
      'documents/the-article.yaml': `id: the-article
title: x
publisher: x
date: "2019-10"
kind: news
primary: false
usedFor: x
rights: ${text()}
retells: ${text()}
passages:
${all.map((words, index) => `  - { id: A${index + 1}, text: ${quoted(oneLine(words))}, title: ${quoted(oneLine(words))}, speaker: ${quoted(oneLine(words))}, mode: quote, verb: ${quoted(oneLine(words))} }`).join('\n')}
removed:
  - { before: A1, text: ${text()}, why: ${text()} }
`,
    }).map(([path, content]) => [
      path,
      path.endsWith('.yaml')
        ? content
            .replace(fields, (_line, before: string, key: string) => `${before}${key}: ${text()}`)
            .replace('[Explain it]', `[${all.map((words) => quoted(oneLine(words))).join(', ')}]`)
            .replace('[Anyone]', () => `[${text()}]`)
        : content
            .replace('title: Lesson one', () => `title: ${text()}`)
            .replace('The opening', () =>
              all
                .map((_words, index) => `::passage{#p-a${index} ref="A${index + 1}"}`)
                .join('\n\n')
                .concat('\n\nThe opening'),
            ),
    ]),
  );
}

test('a course that comes as an archive', async ({ page }) => {
  const watched = watch(page);
  await signIn(page, demo.instructor);
  for (const at of [0, 15, 30]) {
    const slug = slugOf('archive');
    const files = hostileFiles(at);
    await importCourse(page, slug, files);
    await expectInert(page, watched);
    const ids = await fileIds(page, slug);
    const rooms = [
      'outline',
      'files',
      'sources',
      'coverage',
      'publish',
      'settings',
      'preview/draft',
      'preview/draft/one',
      'import',
    ];
    const opened = Object.keys(files).flatMap((path) => (ids.has(path) ? [`files/${ids.get(path)}`] : []));
    expect(opened.length).toBeGreaterThan(4);
    await readEach(
      page,
      watched,
      [...rooms, ...opened, `sources/${ids.get('documents/the-article.yaml')}`].map(
        (room) => `/teach/${slug}/${room}`,
      ),
    );
    await publishCourse(page, slug);
    await readEach(page, watched, [
      '/',
      '/courses',
      `/courses/${slug}`,
      '/teach',
      `/teach/${slug}/preview/1/one`,
    ]);
  }
});

test('pages of another system in an archive, with all of it in their names and texts', async ({ page }) => {
  const watched = watch(page);
  await signIn(page, demo.instructor);
  const pages = families.map(([, text], index) => ({
    name: `docs/${String(index).padStart(2, '0')} <img src=x onerror=__ran=1> ${index}.md`,
    data: `---\ntitle: ${quoted(oneLine(text))}\n---\n\n# ${oneLine(text)}\n\nBefore ${text} after.\n\n!!! note "${oneLine(text)}"\n    ${oneLine(text)}\n`,
  }));
  const entries = [{ name: 'mkdocs.yml', data: `site_name: ${quoted(oneLine(all[0] ?? ''))}\n` }, ...pages];
  const { location } = await uploadArchive(page, zipOf(entries), '<img src=x onerror=__ran=1>.zip');
  await readEach(page, watched, [location ?? '', '/teach/import']);
  const slug = slugOf('foreign');
  await page.goto(location ?? '');
  await page.getByLabel('Address').fill(slug);
  await page.getByRole('button', { name: 'Make this course' }).click();
  await page.waitForURL(`/teach/${slug}/outline`);
  await readEach(page, watched, [
    `/teach/${slug}/outline`,
    `/teach/${slug}/preview/draft`,
    `/teach/${slug}/publish`,
  ]);
  await page.goto(`/teach/${slug}/outline`);
  const lessons = await page
    .locator('a.toc-title')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  expect(lessons.length).toBe(families.length);
  for (const lesson of lessons.filter((_lesson, index) => index % 4 === 0)) {
    await page.goto(lesson);
    await expect(page.locator('.ed-preview-scroll .lesson-block').first()).toBeVisible();
    await touchEverything(page);
    await expectInert(page, watched, lesson);
  }
});

test('files that are not what they say are refused, in words, and none is stored', async ({ page }) => {
  const watched = watch(page);
  const slug = slugOf('asset');
  await signIn(page, demo.instructor);
  await importCourse(page, slug, courseFiles);
  const script = '<!doctype html><script>window.__ran=1</script>';
  const png = await pictureOf('png');
  const polyglot = Buffer.concat([png, Buffer.from(script)]);
  const pdf = Buffer.from(`%PDF-1.4\n${script}\n%%EOF\n`);
  const rows: [name: string, type: string, bytes: Buffer, status: number][] = [
    ['page.png', 'image/png', Buffer.from(script), 415],
    ['page.html', 'text/html', Buffer.from(script), 415],
    [
      'picture.svg',
      'image/svg+xml',
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="__ran=1"/>'),
      415,
    ],
    ['picture.png', 'image/png', Buffer.from('<?xml version="1.0"?><svg onload="__ran=1"/>'), 415],
    ['script.js', 'text/javascript', Buffer.from('window.__ran=1'), 415],
    ['picture.html', 'text/html', png, 422],
    ['law.pdf', 'application/pdf', Buffer.concat([Buffer.from(script), pdf]), 415],
    ['captions.vtt', 'text/vtt', Buffer.from(script), 415],
  ];
  for (const [name, mimeType, buffer, status] of rows) {
    const answer = await page.request.post(`/api/teach/${slug}/assets`, {
      headers: headersOf(page),
      multipart: { file: { name, mimeType, buffer } },
    });
    expect(answer.status(), name).toBe(status);
    expect(((await answer.json()) as { message: string }).message.length, name).toBeGreaterThan(20);
  }
  await page.goto(`/teach/${slug}/assets`);
  await expect(page.locator('main img')).toHaveCount(0);
  await page.getByLabel('Drop files here, or choose them').setInputFiles([
    { name: 'page.png', mimeType: 'image/png', buffer: Buffer.from(script) },
    { name: '<img src=x onerror=__ran=1>.png', mimeType: 'image/png', buffer: Buffer.from(script) },
  ]);
  await expect(page.getByText('This is no file that can be stored here.').first()).toBeVisible();
  await expectInert(page, watched);

  // A picture with a page behind it: refused, or stored without the page.
  const answer = await page.request.post(`/api/teach/${slug}/assets`, {
    headers: headersOf(page),
    multipart: { file: { name: 'two.png', mimeType: 'image/png', buffer: polyglot } },
  });
  if (answer.status() === 201) {
    await page.goto(`/teach/${slug}/assets`);
    const address = (await page.locator('main img').first().getAttribute('src')) ?? '';
    const stored = await page.request.get(address);
    expect((await stored.body()).includes('__ran')).toBe(false);
    expect(stored.headers()['content-type']).toMatch(/^image\//);
  } else expect(answer.status()).toBe(422);
});

const mega = 1024 * 1024;
const fine: Entry[] = Object.entries(courseFiles).map(([name, data]) => ({ name, data }));
const archives: [title: string, archive: () => Buffer, message: RegExp][] = [
  ['a path out of it', () => zipOf([...fine, { name: '../evil.md', data: 'x' }]), /leads out of the course/],
  [
    'a path out of it, deep',
    () => zipOf([...fine, { name: 'a/../../evil.md', data: 'x' }]),
    /leads out of the course/,
  ],
  ['an absolute path', () => zipOf([...fine, { name: '/etc/evil.md', data: 'x' }]), /begins at the root/],
  ['a drive', () => zipOf([...fine, { name: 'C:/evil.md', data: 'x' }]), /drive letter/],
  [
    'a symbolic link',
    () => zipOf([...fine, { name: 'l.md', data: '/etc/passwd', mode: 0o120777 }]),
    /a link or another special/,
  ],
  ['a file twice', () => zipOf([...fine, { name: 'Course.YAML', data: 'x' }]), /twice/],
  [
    'a bomb',
    () =>
      zipOf([...fine, ...[1, 2, 3, 4].map((at) => ({ name: `z${at}.bin`, data: Buffer.alloc(20 * mega) }))]),
    /100 times its own size/,
  ],
  [
    'a bomb that says it is small',
    () => zipOf([...fine, { name: 's.md', data: Buffer.alloc(20 * mega), claims: { size: 10 } }]),
    /cannot be unpacked/,
  ],
  [
    'a bomb of shared bytes',
    () =>
      zipOf([
        ...fine,
        { name: 'z.bin', data: Buffer.alloc(20 * mega) },
        ...Array.from({ length: 30 }, (_entry, at) => ({ name: `z${at}.bin`, sameBytesAs: fine.length })),
      ]),
    /100 times its own size/,
  ],
  ['half an archive', () => zipOf(fine).subarray(0, 900), /neither a zip archive/],
];

test('archives made to do harm are refused whole, in words, and no course comes of them', async ({
  page,
}) => {
  await signIn(page, await newPerson('instructor'));
  for (const [title, archive, message] of archives) {
    const answer = await uploadArchive(page, archive());
    expect(answer.status, title).toBe(422);
    expect(answer.message, title).toMatch(message);
    expect(answer.location, title).toBeUndefined();
  }
  // The same door as a person meets it.
  await page.goto('/teach/import');
  const evil = zipOf([...fine, { name: '../<img src=x onerror=__ran=1>.md', data: 'x' }]);
  await page
    .getByLabel('A zip archive or a Markdown file')
    .setInputFiles({ name: 'evil.zip', mimeType: 'application/zip', buffer: evil });
  await page.getByRole('button', { name: 'Look at what it brings' }).click();
  await expect(page.getByRole('alert').getByText('A name leads out of the course')).toBeVisible();
  await expect(page.getByText('../<img src=x onerror=__ran=1>.md')).toBeVisible();
  await page.goto('/teach');
  await expect(page.getByText('A small course')).toHaveCount(0);
  await page.goto('/teach/import');
  await expect(page.getByRole('heading', { name: 'Waiting for you' })).toHaveCount(0);
});

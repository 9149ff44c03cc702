import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { pictureOf } from '@/test/assets';
import { courseFiles } from '@/test/course-folder';
import { demo, expect, expectAccessible, inOwnContext, signIn, test } from './fixtures';
import { fileIds, importCourse, ownOrigin, publishCourse } from './staff';

test.describe.configure({ mode: 'default' });

const article = `id: the-article
title: The article with a title that is quite a bit longer than a phone is wide, as titles of reports are
publisher: A paper
date: "2019-10"
kind: news
primary: false
usedFor: Words.
url: https://paper.example/a/very/long/address/that/does/not/break/anywhere/at/all/because-it-is-one-word.html
passages:
  - id: A1
    text: The governor said that the province would connect forty hospitals to a shared ledger by 2021.
    speaker: The governor
    mode: paraphrase
    proposed: A verb of saying stands in it.
  - id: A2
    text: "“Records will follow the patient,” she stressed."
    speaker: The governor
    mode: quote
    verb: stressed
    theme: D1
    evidence: E1
removed:
  - { before: A2, text: "Share this page", why: sharing }
`;

const hardLesson = courseFiles['modules/1-first/1-one.md']
  .replace('id: one', 'id: two')
  .replace('Lesson one', 'Lesson two, whose-title-has-a-word-that-is-longer-than-a-narrow-phone-is-wide')
  .replace(
    'The opening',
    '![](assets/gone.png) [gone](no-such-lesson)\n\n| A table | with | many | columns | that | are | wide |\n| - | - | - | - | - | - | - |\n| some-long-word | some-long-word | some-long-word | some-long-word | some-long-word | some-long-word | some-long-word |\n\n$$\\sum_{i=0}^{n} a_i + b_i + c_i + d_i + e_i + f_i + g_i + h_i + i_i + j_i + k_i + l_i + m_i + n_i + o_i$$\n\nThe opening',
  );

let page: Page;
let waiting = '';
let paths: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  page = await inOwnContext({ browser: () => browser });
  await signIn(page, demo.instructor);
  const course = `seen-${randomUUID().slice(0, 8)}`;
  await importCourse(page, course, { ...courseFiles, 'documents/the-article.yaml': article });
  await publishCourse(page, course);

  // A draft with something in every room: pictures, mistakes, an import that waits.
  const headers = { origin: ownOrigin(page), accept: 'application/json' };
  const image = { name: 'a-dot.png', mimeType: 'image/png', buffer: await pictureOf('png') };
  const sent = await page.request.post(`/api/teach/${course}/assets`, {
    headers,
    multipart: { file: image },
  });
  expect(sent.status()).toBe(201);
  const zip = {
    name: 'more.md',
    mimeType: 'text/markdown',
    buffer: Buffer.from('# Another <b>lesson</b>\n\nWords.\n\n## A part\n\nMore.\n'),
  };
  const into = `/api/teach/import?course=${course}`;
  const staged = await page.request.post(into, { headers, multipart: { file: zip } });
  expect(staged.status()).toBe(201);
  waiting = ((await staged.json()) as { location: string }).location;
  const alone = await page.request.post('/api/teach/import', { headers, multipart: { file: zip } });

  const ids = await fileIds(page, course);
  const lesson = ids.get('Lesson one');
  const saved = await page.request.post(`/api/teach/${course}/files/${lesson}`, {
    headers,
    data: { version: 1, text: hardLesson.replace('id: two', 'id: one') },
  });
  expect(saved.status()).toBe(200);
  const rooms = [
    'outline',
    `outline/modules/${ids.get('modules/1-first/module.yaml')}`,
    `lessons/${lesson}`,
    `lessons/${lesson}/details`,
    'files',
    `files/${ids.get('glossary/all.yaml')}`,
    'sources',
    'sources/new',
    `sources/${ids.get('documents/the-article.yaml')}`,
    `sources/${ids.get('documents/the-article.yaml')}/about`,
    `sources/${ids.get('documents/the-article.yaml')}/frame`,
    'coverage',
    'assets',
    'publish',
    'editions',
    'editions/1',
    'editions/1/compare/draft',
    'figures',
    'figures/one',
    'settings',
    'settings/archive',
    'settings/duplicate',
    'import',
    'preview/draft',
    'preview/draft/one',
    'preview/draft/library',
    'preview/1/one',
  ].map((room) => `/teach/${course}/${room}`);
  const { location } = (await alone.json()) as { location: string };
  paths = ['/teach', '/teach/new', '/teach/import', location, waiting, ...rooms];
});
test.afterAll(() => page?.context().close());

/** So many tests share the pages, so that each stays far below its limit on a slow machine. */
const parts = 4;
for (let part = 0; part < parts; part += 1) {
  test(`axe finds nothing on any page of the studio, in either theme: part ${part + 1} of ${parts}`, async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    const found: string[] = [];
    for (const path of paths.filter((_path, index) => index % parts === part)) {
      expect((await page.goto(path))?.status(), path).toBe(200);
      if (path.includes('/lessons/') && !path.endsWith('/details')) {
        await expect(page.locator('.cm-content')).toBeVisible();
      }
      await expectAccessible(page).catch((error: Error) => found.push(`${path} ${error.message}`));
    }
    expect(found).toEqual([]);
  });
}

test('the problems of a lesson, its insert dialog and the details of a passage are as accessible', async () => {
  const editor = paths.find((path) => /\/lessons\/[^/]+$/.test(path)) ?? '';
  await page.goto(editor);
  await expect(page.locator('.cm-content')).toBeVisible();
  await page.getByRole('button', { name: /^Insert/ }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

/** What is wider than the page as it stands, and what scrolls in its box out of the keyboard's reach. */
const tooWideIn = (): Promise<string[]> =>
  page.evaluate(async () => {
    // What follows the width by a script has a moment for it.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const named = (nodes: Element[]) => nodes.map((node) => `${node.tagName}.${node.className}`).join(', ');
    const found: string[] = [];
    const over = document.documentElement.scrollWidth - innerWidth;
    if (over > 0) {
      const culprits = [...document.querySelectorAll('body *')]
        .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 4);
      found.push(`${over} px: ${named(culprits)}`);
    }
    // What is wider than its box scrolls there, and can be reached with the keyboard.
    const unreachable = [...document.querySelectorAll('main *')].filter((node) => {
      const style = getComputedStyle(node);
      const scrolls = /auto|scroll/.test(style.overflowX) && node.scrollWidth > node.clientWidth + 1;
      if (!scrolls || !node.checkVisibility() || node.matches('.cm-scroller, textarea, input')) return false;
      return (
        (node as HTMLElement).tabIndex < 0 && !node.querySelector('a, button, input, select, [tabindex="0"]')
      );
    });
    if (unreachable.length > 0) found.push(`out of reach: ${named(unreachable)}`);
    return found;
  });

test('no page of the studio scrolls sideways at 390 and 320 px, and none hides what cannot be scrolled to', async () => {
  test.setTimeout(180_000);
  const found: string[] = [];
  for (const path of paths) {
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(path);
    if (/\/lessons\/[^/]+$/.test(path)) await expect(page.locator('.cm-content')).toBeVisible();
    for (const width of [390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const said of await tooWideIn()) found.push(`${path} at ${width} px: ${said}`);
    }
  }
  expect(found).toEqual([]);
});

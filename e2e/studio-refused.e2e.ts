import { randomUUID } from 'node:crypto';
import type { APIResponse, Browser, Page } from '@playwright/test';
import { courseFiles } from '@/test/course-folder';
import { enroll, expect, inOwnContext, newPerson, signIn, test } from './fixtures';
import { fileIds, importCourse, ownOrigin, publishCourse } from './staff';

test.describe.configure({ mode: 'default', timeout: 120_000 });

type Made = {
  course: string;
  cohort: string;
  lesson: string;
  file: string;
  module: string;
  document: string;
  set: string;
  person: string;
  upload: string;
  enrollment: string;
};
/** What a grader may do there: read it, or find nothing. */
type ForGrader = 'reads' | 'writes' | 'nothing';

const article = `id: the-article
title: The article
publisher: A paper
date: "2019-10"
kind: news
primary: false
usedFor: Words.
passages:
  - id: A1
    text: The governor said so.
    speaker: The governor
    mode: paraphrase
`;

const exam = `---
id: exam
title: The exam
summary: About the exam.
objectives: [Explain it.]
verified: "2026-01-01"
quiz:
  mode: graded
---

What the exam is about.

:::question{#q-2 kind="single" objective="1"}
Which?

- [x] This
  > Right.
- [ ] That
  > **A misconception.** Not so.
:::
`;

const bankSet = `---
title: A set
---

:::question{#q-1 kind="single"}
Which?

- [x] This
  > Right.
- [ ] That
  > **A misconception.** Not so.
:::
`;

/** Every page of the studio of a course. */
const pages: [path: (made: Made) => string, forGrader: ForGrader][] = [
  [() => '', 'reads'],
  [() => '/outline', 'reads'],
  [({ module }) => `/outline/modules/${module}`, 'nothing'],
  [() => '/sources', 'reads'],
  [() => '/sources/new', 'nothing'],
  [({ document: id }) => `/sources/${id}`, 'reads'],
  [({ document: id }) => `/sources/${id}/about`, 'nothing'],
  [({ document: id }) => `/sources/${id}/frame`, 'nothing'],
  [() => '/coverage', 'reads'],
  [() => '/files', 'reads'],
  [({ file }) => `/files/${file}`, 'reads'],
  [({ lesson }) => `/lessons/${lesson}`, 'reads'],
  [({ lesson }) => `/lessons/${lesson}/details`, 'nothing'],
  [() => '/bank', 'reads'],
  [({ set }) => `/bank/${set}`, 'reads'],
  [({ set }) => `/bank/${set}/about`, 'nothing'],
  [({ set }) => `/bank/${set}/export`, 'reads'],
  [() => '/bank/import', 'nothing'],
  [() => '/assets', 'reads'],
  [() => '/publish', 'reads'],
  [() => '/editions', 'reads'],
  [() => '/editions/1', 'reads'],
  [() => '/editions/1/compare/draft', 'reads'],
  [() => '/editions/compare?from=1&to=draft', 'reads'],
  [() => '/roster', 'reads'],
  [({ enrollment }) => `/roster/${enrollment}`, 'reads'],
  [() => '/roster/act?scope=all', 'nothing'],
  [() => '/care', 'nothing'],
  [() => '/care/act?who=all&do=remind', 'nothing'],
  [() => '/enrollment', 'nothing'],
  [() => '/requests', 'nothing'],
  [() => '/invite', 'nothing'],
  [() => '/cohorts', 'reads'],
  [() => '/cohorts/new', 'nothing'],
  [({ cohort }) => `/cohorts/${cohort}`, 'reads'],
  [({ cohort }) => `/cohorts/${cohort}/edit`, 'nothing'],
  [() => '/quizzes', 'reads'],
  [() => '/quizzes/exam', 'reads'],
  [() => '/quizzes/exam/questions', 'reads'],
  [() => '/quizzes/exam/marking', 'reads'],
  [() => '/grades', 'reads'],
  [({ enrollment }) => `/grades/people/${enrollment}`, 'reads'],
  [() => '/figures', 'reads'],
  [() => '/figures/one', 'reads'],
  [() => '/work', 'reads'],
  [() => '/work/agreement', 'reads'],
  // The comments that graders share are theirs to write.
  [() => '/work/comments', 'writes'],
  [() => '/settings', 'reads'],
  [() => '/settings/archive', 'nothing'],
  [() => '/settings/duplicate', 'nothing'],
  [({ person }) => `/settings/people/${person}`, 'nothing'],
  [() => '/preview/draft', 'reads'],
  [() => '/preview/draft/one', 'reads'],
  [() => '/preview/draft/library', 'reads'],
  [() => '/preview/draft/library/timeline', 'reads'],
  [() => '/preview/1/library/glossary', 'reads'],
  [() => '/preview/1', 'reads'],
  [() => '/preview/1/one', 'reads'],
  [() => '/import', 'nothing'],
  [({ upload }) => `/import/${upload}`, 'nothing'],
];

const file = { name: 'dot.txt', mimeType: 'text/plain', buffer: Buffer.from('x') };
/** Every door that is posted to, with a body that is in order. */
const doors: [path: (made: Made) => string, body: (made: Made) => object, forGrader: ForGrader][] = [
  [
    ({ course, lesson }) => `/api/teach/${course}/files/${lesson}`,
    () => ({ data: { version: 1, text: 'mine now' } }),
    'nothing',
  ],
  [
    ({ course }) => `/api/teach/${course}/preview`,
    ({ lesson }) => ({ data: { file: lesson, text: 'x' } }),
    'reads',
  ],
  [
    ({ course }) => `/api/teach/${course}/try`,
    () => ({ data: { version: 'draft', lesson: 'one', block: 'q-1', answer: ['a'] } }),
    'reads',
  ],
  [({ course }) => `/api/teach/${course}/assets`, () => ({ multipart: { file } }), 'nothing'],
  [({ course }) => `/api/teach/import?course=${course}`, () => ({ multipart: { file } }), 'nothing'],
];

let made: Made;
let owner: Page;
let stranger: Page;
let grader: Page;
let student: Page;

async function setUp(browser: Browser): Promise<void> {
  const own = { browser: () => browser };
  const course = `refused-${randomUUID().slice(0, 8)}`;
  [owner, stranger, grader, student] = (await Promise.all(
    ['owner', 'stranger', 'grader', 'student'].map(() => inOwnContext(own)),
  )) as [Page, Page, Page, Page];
  await signIn(owner, await newPerson('instructor'));
  await signIn(stranger, await newPerson('instructor'));
  const reading = await newPerson('instructor');
  await signIn(grader, reading);
  await signIn(student, await newPerson());

  await importCourse(owner, course, {
    ...courseFiles,
    'documents/the-article.yaml': article,
    'bank/a-set.md': bankSet,
    'modules/1-first/2-exam.md': exam,
  });
  await publishCourse(owner, course);
  await enroll(student, course);
  await owner.goto(`/teach/${course}/settings`);
  await owner.getByRole('combobox', { name: 'As' }).selectOption('grader');
  await owner.getByLabel('E-mail address').fill(reading.email);
  await owner.getByRole('button', { name: 'Add to the course' }).click();
  await expect(owner.getByText('Added. They are told')).toBeVisible();
  const ofPerson = owner.getByRole('link', { name: /^Change what/ }).last();
  const person = ((await ofPerson.getAttribute('href')) ?? '').split('/').at(-1) ?? '';
  await owner.goto(`/teach/${course}/cohorts/new`);
  await owner.getByLabel('Name').fill('A cohort');
  await owner.getByRole('button', { name: 'Make the cohort' }).click();
  await owner.waitForURL(/\/cohorts\/[0-9a-f-]{36}$/);
  const cohort = owner.url().split('/').at(-1) ?? '';
  const page = { name: 'more.md', mimeType: 'text/markdown', buffer: Buffer.from('# More\n\nWords.\n') };
  const staged = await post(owner, `/api/teach/import?course=${course}`, { multipart: { file: page } });
  const { location } = (await staged.json()) as { location?: string };

  await owner.goto(`/teach/${course}/roster`);
  const ofStudent = owner.locator('a.roster-person').first();
  const enrollment = ((await ofStudent.getAttribute('href')) ?? '').split('/').at(-1) ?? '';

  await owner.goto(`/teach/${course}/bank`);
  const ofSet = await owner.getByRole('link', { name: 'A set', exact: true }).getAttribute('href');
  const ids = await fileIds(owner, course);
  made = {
    course,
    cohort,
    lesson: ids.get('Lesson one') ?? '',
    file: ids.get('glossary/all.yaml') ?? '',
    module: ids.get('modules/1-first/module.yaml') ?? '',
    document: ids.get('documents/the-article.yaml') ?? '',
    set: ofSet?.split('/').at(-1) ?? '',
    person,
    upload: location?.split('/').at(-1) ?? '',
    enrollment,
  };
  // Every page is there for an owner: what the others do not find is kept from them.
  for (const [path] of pages) {
    const answer = await owner.request.get(`/teach/${course}${path(made)}`);
    expect(answer.status(), path(made)).toBe(200);
  }
  expect(Object.values(made).every((value) => value !== '')).toBe(true);
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  await setUp(browser);
});
test.afterAll(async () => {
  for (const person of [owner, stranger, grader, student]) await person?.context().close();
});

const accept = 'application/json';
const post = (page: Page, path: string, body: object) =>
  page.request.post(path, { headers: { origin: ownOrigin(owner), accept }, ...body });

/** A course of the same length of address that there is not. */
const absent = (): string => `${made.course.slice(0, -8)}${'0'.repeat(8)}`;

/** What an answer says, without what differs from answer to answer: its nonce, its address. */
async function said(answer: APIResponse, course: string): Promise<string> {
  const { 'content-type': type, 'cache-control': cache, location } = answer.headers();
  const body = (await answer.text())
    .replaceAll(course, 'COURSE')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/nonce(=|\\?":)\\?"[^"\\]+\\?"/g, 'NONCE');
  return JSON.stringify({ status: answer.status(), type, cache, location, body });
}

test('a visitor: pages lead to the sign-in and back, doors say 401', async ({ page }) => {
  for (const [path] of pages) {
    const address = `/teach/${made.course}${path(made)}`;
    const answer = await page.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(307);
    expect(answer.headers().location, address).toContain(`/sign-in?next=${encodeURIComponent('/teach/')}`);
    expect(answer.headers().location, address).toContain(encodeURIComponent(address));
  }
  await page.goto('/');
  for (const [path, body] of doors) {
    for (const course of [made.course, absent()]) {
      const answer = await post(page, path({ ...made, course }), body(made));
      expect(answer.status(), path(made)).toBe(401);
    }
  }
  const taken = await page.request.get(`/api/teach/${made.course}/export`, { maxRedirects: 0 });
  expect(taken.status()).toBe(307);
  expect(taken.headers().location).toContain('/sign-in?next=');
});

for (const who of ['student', 'stranger'] as const) {
  const whom = who === 'student' ? 'a student of the course' : 'another instructor';
  test(`${whom}: every page and door is the very 404 of a course that does not exist`, async () => {
    const page = who === 'student' ? student : stranger;
    await page.goto('/');
    for (const [path] of [...pages, [() => '-'] as const]) {
      const address = (course: string) => `/teach/${course}${path(made)}`;
      const answers = await Promise.all(
        [made.course, absent()].map(async (course) => {
          const answer = await page.request.get(address(course));
          expect(answer.status(), path(made)).toBe(404);
          return said(answer, course);
        }),
      );
      expect(answers[0], path(made)).toBe(answers[1]);
      // What the router fetches, too, is the 404 and not a word of the course.
      const fetched = await page.request.get(address(made.course), { headers: { rsc: '1' } });
      const flight = await fetched.text();
      expect(flight, path(made)).toContain('NEXT_HTTP_ERROR_FALLBACK;404');
      for (const told of ['A small course', 'Lesson one', 'The exam', 'small-course', 'The article'])
        expect(`${answers[0]} ${flight}`, path(made)).not.toContain(told);
    }
    for (const [path, body] of doors) {
      const [here, nowhere] = await Promise.all(
        [made.course, absent()].map(async (course) =>
          said(await post(page, path({ ...made, course }), body(made)), course),
        ),
      );
      expect(here, path(made)).toContain('"status":404');
      expect(here, path(made)).toBe(nowhere);
    }
    for (const more of ['', '?edition=1']) {
      const [here, nowhere] = await Promise.all(
        [made.course, absent()].map(async (course) =>
          said(await page.request.get(`/api/teach/${course}/export${more}`), course),
        ),
      );
      expect(here).toContain('"status":404');
      expect(here).toBe(nowhere);
    }
  });
}

test('a student finds no door for new courses; an instructor who is nobody here finds the course nowhere', async () => {
  for (const path of ['/teach', '/teach/new', '/teach/import'])
    expect((await student.goto(path))?.status(), path).toBe(404);
  expect((await post(student, '/api/teach/import', { multipart: { file } })).status()).toBe(404);
  await stranger.goto('/teach');
  await expect(stranger.getByText('A small course')).toHaveCount(0);
});

test('the file of one course is in no other course, not even for who writes both', async () => {
  const other = `refused-${randomUUID().slice(0, 8)}`;
  await importCourse(owner, other, courseFiles);
  for (const path of [
    `/files/${made.file}`,
    `/lessons/${made.lesson}`,
    `/lessons/${made.lesson}/details`,
    `/outline/modules/${made.module}`,
    `/sources/${made.document}`,
  ]) {
    expect((await owner.request.get(`/teach/${made.course}${path}`)).status(), path).toBe(200);
    expect((await owner.request.get(`/teach/${other}${path}`)).status(), path).toBe(404);
  }
  const saved = await post(owner, `/api/teach/${other}/files/${made.lesson}`, {
    data: { version: 1, text: 'mine now' },
  });
  expect(saved.status()).toBe(404);
});

test('addresses that nobody could mean are a 404, not a fault', async () => {
  for (const path of [
    `/teach/${made.course}/files/not-an-id`,
    `/teach/${made.course}/lessons/%00`,
    `/teach/${made.course}/lessons/${randomUUID()}`,
    `/teach/${made.course}/sources/%7B%7D`,
    `/teach/${made.course}/editions/0`,
    `/teach/${made.course}/editions/99999999999999999999`,
    `/teach/${made.course}/editions/1/compare/nothing`,
    `/teach/${made.course}/preview/no-version`,
    `/teach/${made.course}/preview/draft/no-such-lesson`,
    `/teach/${made.course}/preview/draft/library/no-such-room`,
    `/teach/${made.course}/figures/no-such-lesson`,
    `/teach/${made.course}/settings/people/x`,
    `/teach/${made.course.toUpperCase()}/outline`,
    '/teach/%2e%2e%2fadmin/outline',
    '/teach/constructor/outline',
  ]) {
    const answer = await owner.request.get(path);
    expect(answer.status(), path).toBe(404);
  }
});

test('a post from another site is refused at every door, whoever it is', async () => {
  for (const [path, body] of doors) {
    for (const origin of ['https://elsewhere.example', 'null']) {
      const answer = await owner.request.post(path(made), { headers: { origin, accept }, ...body(made) });
      expect(answer.status(), path(made)).toBe(403);
    }
  }
});

/**
 * What on a page would write: buttons of forms that send, and fields that take a text. Trying a question writes
 * nothing, and a view of a table is one's own.
 */
const writersIn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const sends = ({ form }: HTMLButtonElement) =>
      form !== null &&
      !form.matches('.question, .roster-views form') &&
      (form.method === 'post' || (form.getAttribute('action') ?? '').startsWith('javascript:'));
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('main button, main input[type=submit]')];
    const fields = document.querySelectorAll(
      'main textarea:not([readonly]), main input[type=file], main [contenteditable=true]:not([aria-readonly=true])',
    );
    return [
      ...buttons.filter((button) => button.type === 'submit' && sends(button)),
      ...[...fields].filter((field) => field.checkVisibility()),
    ].map(({ outerHTML }) => outerHTML.slice(0, 160));
  });

test('a grader reads all of it and changes nothing', async () => {
  await grader.goto('/teach');
  await expect(grader.getByRole('link', { name: /A small course/ }).first()).toBeVisible();
  for (const [path, forGrader] of pages) {
    const address = `/teach/${made.course}${path(made)}`;
    if (forGrader === 'nothing') {
      expect.soft((await grader.request.get(address)).status(), address).toBe(404);
      continue;
    }
    expect.soft((await grader.goto(address))?.status(), address).toBe(200);
    const writers = await writersIn(grader);
    if (forGrader === 'writes') expect.soft(writers, address).not.toEqual([]);
    else expect.soft(writers, address).toEqual([]);
  }
  for (const [path, body, forGrader] of doors) {
    const answer = await post(grader, path(made), body(made));
    expect(answer.status(), path(made)).toBe(forGrader === 'reads' ? 200 : 404);
  }
  await owner.goto(`/teach/${made.course}/lessons/${made.lesson}`);
  await expect(owner.getByText('mine now')).toHaveCount(0);
});

test('who is taken off the course is out on the next click', async () => {
  await owner.goto(`/teach/${made.course}/settings`);
  await owner.getByRole('link', { name: 'Change what Lin Learner may do' }).last().click();
  await owner.waitForURL(/\/settings\/people\//);
  await grader.goto(`/teach/${made.course}/outline`);
  await owner.getByRole('button', { name: /take|remove/i }).click();
  await owner.waitForURL(`/teach/${made.course}/settings`);
  await grader.getByRole('link', { name: 'Sources', exact: true }).click();
  await expect(grader.getByRole('heading', { level: 1 })).not.toHaveText('Sources');
  expect((await grader.request.get(`/teach/${made.course}/sources`)).status()).toBe(404);
});

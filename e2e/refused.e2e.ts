import { randomUUID } from 'node:crypto';
import { address } from './address';
import { asNewLearner, course, demo, expect, inOwnContext, signIn, test } from './fixtures';

const lesson = `/learn/${course}/study-session`;

test('not signed in: to the sign-in page, and back to where one wanted to go', async ({ page }) => {
  await page.goto(lesson);
  await expect(page).toHaveURL(`/sign-in?next=${encodeURIComponent(lesson)}`);
  await page.getByLabel('E-mail').fill(demo.instructor.email);
  await page.getByLabel('Password').fill(demo.instructor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(lesson);
  await expect(page.getByText('Nothing is recorded.')).toBeVisible();
});

test('the sign-in page leads nowhere but to this site', async ({ page }) => {
  await page.goto('/sign-in?next=https://elsewhere.example/');
  await page.getByLabel('E-mail').fill(demo.instructor.email);
  await page.getByLabel('Password').fill(demo.instructor.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL('/');
});

test('missing, foreign and malformed are one and the same 404', async ({ page }) => {
  await asNewLearner(page, { enrolled: false });
  const seen = new Set<string>();
  const paths = [
    lesson,
    `/learn/${course}`,
    `/learn/${course}/record`,
    `/learn/${course}/grades`,
    `/learn/${course}/no-such-lesson`,
    '/learn/no-such-course/no-such-lesson',
    '/learn/no-such-course',
    '/learn/%00/%7B%7D',
    '/learn/review/not-a-uuid',
    `/learn/review/${randomUUID()}`,
    '/learn/UPPER/CASE',
    '/courses/no-such-course',
    '/courses/%2e%2e%2fadmin',
    '/admin',
    '/admin/api',
    '/admin/api-tokens',
    '/admin/mails',
    '/admin/people',
    `/admin/people/${randomUUID()}`,
    '/admin/people/not-a-uuid',
    '/admin/audit',
    '/admin/roles',
    '/admin/enrollments',
    '/admin/enrollments/act?scope=all',
    `/teach/${course}/roster`,
    `/teach/${course}/roster/${randomUUID()}`,
    `/teach/${course}/grades`,
    `/teach/${course}/grades/people/${randomUUID()}`,
    `/teach/${course}/grades/settings`,
    `/teach/${course}/work`,
    `/teach/${course}/work/agreement`,
    `/teach/${course}/work/${randomUUID()}`,
    `/teach/${course}/work/comments`,
    `${lesson}/review`,
    `${lesson}/work/1`,
    `/learn/${course}/library`,
    `/learn/${course}/library/glossary`,
    `/learn/${course}/library/timeline?instrument=law`,
    `/learn/${course}/library/sources`,
    `/learn/${course}/library/directives`,
    `/teach/${course}/guide`,
    `/learn/${course}/claim-log`,
    `/learn/${course}/claim-log/new?lesson=hash`,
    `/learn/${course}/claim-log/${randomUUID()}`,
    `/api/learn/${course}/claim-log?format=csv`,
    `/teach/${course}/quizzes`,
    `/teach/${course}/quizzes/no-such-quiz`,
    `/teach/${course}/quizzes/no-such-quiz/attempts/${randomUUID()}`,
    `/teach/${course}/quizzes/no-such-quiz/marking`,
    `/teach/${course}/quizzes/no-such-quiz/marking/${randomUUID()}`,
    `/teach/${course}/quizzes/no-such-quiz/questions`,
    `/teach/${course}/quizzes/no-such-quiz/questions/q-1`,
    `/teach/${course}/quizzes/no-such-quiz/questions/q-1/correct?edition=1&do=leave-out`,
    `/teach/${course}/quizzes/no-such-quiz/questions/q-1/take-back/${randomUUID()}`,
    `/teach/${course}/grades/lists`,
    '/admin/mailbox',
    `/admin/mailbox/${randomUUID()}`,
    '/teach',
    '/nothing-here',
  ];
  for (const path of paths) {
    const answer = await page.request.get(path);
    expect(answer.status(), path).toBe(404);
    const html = await answer.text();
    const parts = [/<title>.*?<\/title>/s, /<main.*<\/main>/s].map((part) => part.exec(html)?.[0] ?? path);
    seen.add(parts.join(' ').replace(/<[^>]+>/g, ' '));
  }
  expect([...seen]).toHaveLength(1);
  // As it is read: whole, and the same.
  for (const path of [lesson, '/learn/%00/%7B%7D', '/admin/people']) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not found');
    await expect(page).toHaveTitle(/^Not found/);
  }
});

test('another person is refused at every door of learning, and nothing is written', async ({ page }) => {
  await asNewLearner(page, { enrolled: false });
  const headers = { origin: address, accept: 'application/json' };
  for (const [door, data] of [
    ['views', { blocks: ['opening'] }],
    ['answer', { block: 'q-1', answer: ['a'], key: randomUUID() }],
    ['complete', {}],
    ['terms', { choose: 'hash-function' }],
  ] as const) {
    const answer = await page.request.post(`/api${lesson}/${door}`, { data, headers });
    expect(answer.status(), door).toBe(404);
    const foreign = await page.request.post(`/api${lesson}/${door}`, {
      data,
      headers: { ...headers, origin: 'https://elsewhere.example' },
    });
    expect(foreign.status(), door).toBe(403);
  }
});

test('a suspended person is out on the next click', async ({ page, context }) => {
  const admin = await inOwnContext(context);
  await signIn(admin, demo.admin);
  const who = await asNewLearner(page);

  await admin.goto(`/admin/people?search=${encodeURIComponent(who.email)}`);
  await admin
    .getByRole('link', { name: /Lin Learner/ })
    .first()
    .click();
  await admin.getByRole('button', { name: /suspend/i }).click();
  await expect(admin.getByRole('button', { name: /restore/i })).toBeVisible();

  await page
    .getByRole('link', { name: /What a collective study session/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.getByLabel('E-mail').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('The e-mail address or the password is not right.')).toBeVisible();
  await admin.context().close();
});

test('what marks an answer is in no page before the answer is given', async ({ page }) => {
  const { lessonWithKeys } = await import('./answers');
  await asNewLearner(page);
  const { keys } = await lessonWithKeys('study-session');
  const feedback = Object.values(keys).flatMap((key) => [
    ...Object.values(key.feedback),
    key.right,
    key.wrong,
  ]);
  const telling = feedback.flatMap((html) =>
    html
      ? [
          html
            .replace(/<[^>]+>/g, '')
            .trim()
            .slice(0, 40),
        ]
      : [],
  );
  expect(telling.length).toBeGreaterThan(10);
  const html = await (await page.request.get(lesson)).text();
  const flight = await (await page.request.get(lesson, { headers: { rsc: '1' } })).text();
  for (const text of telling.filter((entry) => entry !== '')) {
    expect(html.includes(text), text).toBe(false);
    expect(flight.includes(text), text).toBe(false);
  }
});

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { evidence, labAttempts, labSubmissions } from '@/db/schema';
import { platform } from '@/features/authoring/import-course';
import { fingerprintSolution } from '@/kinds/labs/fingerprint/solve';
import type { Actor } from '@/rules/access';
import { mostTries } from '@/rules/labs/tries';
import { labSeed } from '@/server/labs';
import { perform } from '@/server/operation';
import { testDatabase } from '@/test/database';
import { makeUser } from '@/test/factories';
import { makeLabCourse } from '@/test/labs';
import { getLesson } from '../get-lesson';
import { getLabResults } from './get-lab-results';
import { getLearnersLab } from './get-learners-lab';
import { grantLabAttempt } from './grant-lab-attempt';
import { listLabs } from './list-labs';
import { reverifyLabs } from './reverify-labs';
import { saveLabWork } from './save-lab-work';
import { submitLab } from './submit-lab';

let db: Database;
let close: () => Promise<void>;
let course: Awaited<ReturnType<typeof makeLabCourse>>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
  course = await makeLabCourse(db, ['fingerprint']);
});
afterAll(() => close());

const lab = { lab: 'fingerprint', version: 1 };
const notFound = { name: 'NotFound' };

/** A learner of the course, with what they do in its lab. */
async function made() {
  const { actor, enrollmentId } = await course.learner();
  const at = { course: course.slug, lesson: 'lab-fingerprint', block: 'task' };
  const solved = (attempt = 1) =>
    fingerprintSolution.solve(labSeed({ learnerId: actor.userId, ...lab, attempt }));
  const submit = (values: unknown, more: { key?: string; attempt?: number; actor?: Actor } = {}) =>
    perform(
      submitLab,
      { ...at, attempt: more.attempt ?? 1, key: more.key ?? randomUUID(), values },
      { db, actor: more.actor ?? actor },
    );
  const save = (text: string, base: number, writer: string = randomUUID()) =>
    perform(saveLabWork, { ...at, attempt: 1, text, base, writer }, { db, actor });
  const screen = async () => {
    const lesson = await perform(getLesson, { course: at.course, lesson: at.lesson }, { db, actor });
    const shown = lesson.labs.task;
    if (!shown) throw new Error('no lab');
    return { ...shown, done: lesson.progress.done };
  };
  const attempts = () => db.select().from(labAttempts).where(eq(labAttempts.enrollmentId, enrollmentId));
  const ledger = () => db.select().from(evidence).where(eq(evidence.enrollmentId, enrollmentId));
  return { actor, at, solved, submit, save, screen, attempts, ledger };
}

const wrong = (values: Readonly<Record<string, string>>) => ({
  ...values,
  bits: String((Number(values.bits) + 1) % 256),
});

describe('what is handed in', () => {
  test('is verified by the server, kept as it was sent, and told to the ledger', async () => {
    const { solved, submit, screen, ledger } = await made();
    expect(await screen()).toMatchObject({
      passedAt: null,
      debrief: null,
      submissions: [],
      triesLeft: mostTries,
    });
    const failed = await submit(wrong(solved()));
    expect(failed).toMatchObject({
      verdict: { outcome: 'learner-error', code: 'E_BITS', where: 'bits' },
      triesLeft: mostTries - 1,
      debrief: null,
    });
    const passed = await submit(solved());
    expect(passed).toMatchObject({
      verdict: { outcome: 'pass' },
      progress: { done: ['task'], complete: true },
    });
    expect(passed.debrief?.doesNotProve.length).toBeGreaterThan(0);
    expect((await ledger()).map(({ blockId, kind, correct }) => [blockId, kind, correct])).toEqual([
      ['task', 'answered', false],
      ['task', 'answered', true],
    ]);
    const now = await screen();
    expect(now.submissions.map(({ outcome }) => outcome)).toEqual(['learner-error', 'pass']);
    expect(now.values).toEqual(solved());
    expect(now.passedAt).not.toBeNull();
    expect(now.done).toEqual(['task']);
  });

  test('counts once, however often the same is sent, also at the same time', async () => {
    const { solved, submit, ledger, screen } = await made();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 6 }, () => submit(wrong(solved()), { key })));
    expect(new Set(answers.map(({ verdict }) => verdict.code))).toEqual(new Set(['E_BITS']));
    expect((await screen()).submissions).toHaveLength(1);
    expect(await ledger()).toHaveLength(1);
  });

  test('is no try where it is not even of the form, and is answered with a code at its field', async () => {
    const { solved, submit, screen } = await made();
    let deep: unknown = {};
    for (let level = 0; level < 5_000; level += 1) deep = { deep };
    for (const [values, field] of [
      [{ ...solved(), digest: solved().digest?.toUpperCase() }, 'digest'],
      [{ ...solved(), changed: 'x'.repeat(100_000) }, 'changed'],
      [{ ...solved(), bits: 12 }, 'bits'],
      [{ passed: true }, 'form'],
      [{ ...solved(), passed: true }, 'form'],
      [null, 'form'],
      [[], 'form'],
      [deep, 'form'],
    ] as const)
      await expect(submit(values)).rejects.toMatchObject({
        name: 'InvalidInput',
        fields: { [field]: expect.any(String), code: expect.stringMatching(/^E_/) },
      });
    expect(await screen()).toMatchObject({ submissions: [], triesLeft: mostTries });
  });

  test('is kept as it was sent, whatever characters are in it', async () => {
    const { solved, submit } = await made();
    for (const odd of ['\u0000', '\ud800', '\u202e'])
      expect(await submit({ ...solved(), changed: `${odd}${solved().changed?.slice(1)}` })).toMatchObject({
        verdict: { outcome: 'learner-error', code: 'E_CHANGES' },
      });
  });

  test('of another learner is refused, as is anybody who does not learn here', async () => {
    const [mine, yours] = [await made(), await made()];
    expect(await mine.submit(yours.solved())).toMatchObject({ verdict: { outcome: 'learner-error' } });
    for (const actor of [await makeUser(db), course.owner])
      await expect(mine.submit(mine.solved(), { actor })).rejects.toMatchObject(notFound);
    await expect(
      perform(
        submitLab,
        { ...mine.at, block: 'other', attempt: 1, key: randomUUID(), values: {} },
        {
          db,
          actor: mine.actor,
        },
      ),
    ).rejects.toMatchObject(notFound);
  });

  test('is refused once the tries are used up, and not before', async () => {
    const { solved, submit } = await made();
    for (let left = mostTries; left > 0; left -= 1)
      expect((await submit(wrong(solved()))).triesLeft).toBe(left - 1);
    await expect(submit(solved())).rejects.toMatchObject({ code: 'lab-no-tries-left' });
  });

  test('never changes, and is not overwritten by whoever passed', async () => {
    const { solved, submit } = await made();
    await submit(solved());
    await expect(submit(wrong(solved()))).rejects.toMatchObject({ code: 'lab-passed' });
    await expect(db.update(labSubmissions).set({ outcome: 'pass', code: null })).rejects.toThrow();
    await expect(db.delete(labSubmissions)).rejects.toThrow();
  });
});

test('a task that the server cannot make again costs nothing, and says that it is our failure', async () => {
  const { solved, submit, save, attempts, screen, ledger } = await made();
  await save('{"bits":"7"}', 0);
  const [row] = await attempts();
  await db
    .update(labAttempts)
    .set({ seedCommit: '0'.repeat(64) })
    .where(eq(labAttempts.id, row?.id ?? ''));
  expect((await screen()).lost).toBe(true);
  expect(await submit(solved())).toMatchObject({
    verdict: { outcome: 'system-error' },
    triesLeft: mostTries,
  });
  expect(await ledger()).toEqual([]);
});

test('what stands in the form is kept, and a slower device does not overwrite it', async () => {
  const { save, screen } = await made();
  const [phone, desk] = [randomUUID(), randomUUID()];
  expect(await save('{"bits":"7"}', 0, phone)).toMatchObject({ own: true, revision: 1 });
  expect(await save('{"bits":"8"}', 0, phone)).toMatchObject({ own: true, revision: 2 });
  expect(await save('{"bits":"9"}', 0, desk)).toMatchObject({
    own: false,
    text: '{"bits":"8"}',
    revision: 2,
  });
  expect((await screen()).values).toMatchObject({ bits: '8', digest: '' });
});

describe('for instructors', () => {
  test('there is what goes wrong, who is stuck, each step, and a new task to give once', async () => {
    course = await makeLabCourse(db, ['fingerprint']);
    const { actor, at, solved, submit, screen } = await made();
    await submit(wrong(solved()));
    const owner = course.owner;
    expect(await perform(listLabs, { course: at.course }, { db, actor: owner })).toMatchObject({
      labs: [{ title: 'Fingerprint the article', learners: 1, passed: 0, wrong: 1, failed: 0 }],
    });
    const results = await perform(getLabResults, { ...at, page: 1 }, { db, actor: owner });
    expect(results.errors).toMatchObject([{ code: 'E_BITS', submissions: 1, learners: 1, stuck: 1 }]);
    expect(results.learners).toMatchObject([{ name: actor.name, tries: 1, passed: false }]);
    const attempt = results.learners[0]?.attemptId ?? '';
    const seen = await perform(getLearnersLab, { ...at, attempt }, { db, actor: owner });
    expect(seen).toMatchObject({ mayGrant: true, steps: [{ code: 'E_BITS', values: wrong(solved()) }] });
    expect(seen.screen?.task).toEqual((await screen()).task);

    const grant = (by: Actor) => perform(grantLabAttempt, { ...at, attempt }, { db, actor: by });
    const given = await Promise.allSettled([grant(owner), grant(owner)]);
    expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const now = await screen();
    expect(now).toMatchObject({ attempt: 2, submissions: [], triesLeft: mostTries });
    expect(now.task).not.toEqual(seen.screen?.task);
    await expect(submit(solved(1))).rejects.toMatchObject({ code: 'lab-renewed' });
    expect(await submit(solved(2), { attempt: 2 })).toMatchObject({ verdict: { outcome: 'pass' } });
  });

  test('nobody else sees any of it', async () => {
    const { actor, at, solved, submit, attempts } = await made();
    await submit(wrong(solved()));
    const attempt = (await attempts())[0]?.id ?? '';
    for (const other of [actor, await makeUser(db, { role: 'instructor' })]) {
      const as = { db, actor: other };
      await expect(perform(listLabs, { course: at.course }, as)).rejects.toMatchObject(notFound);
      await expect(perform(getLabResults, { ...at, page: 1 }, as)).rejects.toMatchObject(notFound);
      await expect(perform(getLearnersLab, { ...at, attempt }, as)).rejects.toMatchObject(notFound);
      await expect(perform(grantLabAttempt, { ...at, attempt }, as)).rejects.toMatchObject(notFound);
    }
    const editor = await course.staff('editor');
    await expect(perform(grantLabAttempt, { ...at, attempt }, { db, actor: editor })).rejects.toMatchObject(
      notFound,
    );
  });
});

test('every stored verdict is worked out anew, and one that does not stand is named', async () => {
  const { solved, submit, attempts } = await made();
  await submit(wrong(solved()));
  await submit(solved());
  const verify = () =>
    perform(
      reverifyLabs,
      { run: () => Promise.reject(new Error('nothing is run')) },
      { db, actor: platform },
    );
  const before = await verify();
  expect(before.count).toBeGreaterThan(1);
  const [row] = await attempts();
  await db
    .update(labAttempts)
    .set({ number: 9 })
    .where(eq(labAttempts.id, row?.id ?? ''));
  const after = await verify();
  expect(after.found.length).toBe(before.found.length + 2);
  expect(after.found.at(-1)).toMatchObject({ lab: 'fingerprint 1', why: 'another-seed' });
});

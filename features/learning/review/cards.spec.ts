import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { testDatabase } from '@/test/database';
import { inDays, makeReviewed, wordsLesson } from '@/test/review';

let db: Database;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ db, close } = await testDatabase());
});
afterAll(() => close());

const refused = { name: 'Refused' };
/** Somebody who missed these questions and has the review on, with the id of their first card. */
const missing = async (...questions: string[]) => {
  const course = await makeReviewed(db);
  const reviewer = await course.reviewer();
  for (const block of questions) await reviewer.answer('words', block, 'a');
  await reviewer.set({ on: 'yes' });
  const { next } = await reviewer.begin();
  return { ...course, ...reviewer, first: next ?? '' };
};

describe('what becomes a card', () => {
  test('is a question that was answered wrongly, once however often, and none that was not', async () => {
    const { answer, set, begin, rows } = await (await makeReviewed(db)).reviewer();
    for (const [block, option] of [
      ['q-1', 'a'],
      ['q-1', 'a'],
      ['q-1', 'b'],
      ['q-2', 'b'],
    ] as const)
      await answer('words', block, option);
    await set({ on: 'yes' });
    for (let round = 0; round < 3; round += 1) await begin();
    expect(await rows()).toMatchObject([{ source: 'question', lessonId: 'words', ref: 'q-1', reps: 0 }]);
  });

  test('is a word that was chosen, which turns the review on for who never chose', async () => {
    const { term, screen, rows } = await (await makeReviewed(db)).reviewer();
    expect((await screen()).isOn).toBeNull();
    expect(await term({ choose: 'digest' })).toEqual({ chosen: true, on: true });
    await term({ choose: 'digest' });
    expect(await rows()).toMatchObject([{ source: 'term', ref: 'digest' }]);
    expect(await screen()).toMatchObject({ isOn: true, due: 1, minutes: 1 });
  });

  test('and leaves the review off for who turned it off', async () => {
    const { term, screen, set, count } = await (await makeReviewed(db)).reviewer();
    await set({ on: 'no' });
    expect(await term({ choose: 'digest' })).toEqual({ chosen: true, on: false });
    expect((await screen()).isOn).toBe(false);
    expect(await count()).toEqual({ due: 0, minutes: 0 });
  });

  test('is no word that the lesson does not explain', async () => {
    const { term, rows } = await (await makeReviewed(db)).reviewer();
    for (const choose of ['no-such-word', '', '__proto__'])
      await expect(term({ choose })).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(term({})).rejects.toMatchObject({ name: 'InvalidInput' });
    await expect(term({ choose: 'digest' }, 'last')).rejects.toMatchObject({ name: 'InvalidInput' });
    expect(await rows()).toEqual([]);
  });

  test('is nothing while the review is off', async () => {
    const { answer, begin, rows, screen } = await (await makeReviewed(db)).reviewer();
    await answer('words', 'q-1', 'a');
    expect(await begin()).toEqual({ next: null });
    expect(await rows()).toEqual([]);
    expect(await screen()).toMatchObject({ isOn: null, total: 1 });
  });
});

describe('a question', () => {
  test('gives nothing away before it is answered, and a word only itself', async () => {
    const { first, card, term, begin, give } = await missing('q-1');
    const front = JSON.stringify(await card(first));
    expect(front).toContain('What is right in q-1?');
    for (const word of ['CANARY_SAID', '"correct"', '"verdict"', '"feedback"', '"key"'])
      expect(front).not.toContain(word);
    await give(first, ['a']);
    expect(JSON.stringify(await card(first))).toContain('CANARY_SAID of a in q-1');
    expect(JSON.stringify(await card(first))).not.toContain('CANARY_SAID of b in q-1');
    await term({ choose: 'digest' });
    const { next } = await begin();
    expect((await card(next ?? '')).term).toMatchObject({ term: 'digest', definition: null });
    expect((await card(next ?? '', undefined, true)).term?.definition).toContain('CANARY_MEANING');
  });

  test('answered wrongly comes back tomorrow; rightly, later; and the review is done', async () => {
    const { first, give, card, screen, rows } = await missing('q-1');
    expect(await screen()).toMatchObject({ due: 1, done: 0, minutes: 1 });
    await give(first, ['a']);
    expect(await card(first)).toMatchObject({ state: 'reviewed', comesBack: 'tomorrow', next: null });
    expect(await screen()).toMatchObject({ due: 0, done: 1, next: 'tomorrow' });
    const tomorrow = inDays(1);
    expect(await screen(tomorrow)).toMatchObject({ due: 1, done: 0 });
    await give(first, ['b'], tomorrow);
    expect(await rows()).toMatchObject([{ reps: 2 }]);
    expect((await card(first, tomorrow)).comesBack).not.toBe('tomorrow');
    expect(await screen(inDays(2))).toMatchObject({ due: 0, done: 0, total: 1 });
  });

  test('shows a right answer beside a wrong one only to who has found it before', async () => {
    const { first, give, card, answer } = await missing('q-1');
    await give(first, ['a']);
    expect((await card(first)).reviewed).toMatchObject({ given: { answer: ['a'] }, right: null });
    await answer('words', 'q-1', 'b');
    expect((await card(first)).reviewed?.right).toMatchObject({ answer: ['b'] });
  });

  test('sent twice, replayed, or from many tabs at once counts once', async () => {
    const { first, give, log } = await missing('q-1', 'q-2');
    const key = randomUUID();
    await Promise.all(Array.from({ length: 6 }, () => give(first, ['b'], undefined, key)));
    await Promise.all(['a', 'b', 'a'].map((option) => give(first, [option])));
    await give(first, ['a'], inDays(400), key);
    expect(await log()).toMatchObject([{ rating: 'good', answer: ['b'], correct: true }]);
  });

  test('answered with what is no answer stays open, and nothing is recorded', async () => {
    const { first, give, card, log } = await missing('q-1');
    for (const odd of [[], ['z'], ['a', 'b'], 'b', null])
      await expect(give(first, odd as never)).rejects.toMatchObject({ name: 'InvalidInput' });
    expect(await log()).toEqual([]);
    expect((await card(first)).state).toBe('asked');
  });

  test('that is not due is not marked', async () => {
    const { first, give, rate } = await missing('q-1');
    await expect(rate(first, 'good')).rejects.toMatchObject(refused);
    await give(first, ['b']);
    await expect(give(first, ['b'], inDays(1))).rejects.toMatchObject(refused);
  });
});

describe('how it went', () => {
  test('is said better after a right answer, and the plan is as if it had been said at once', async () => {
    const [easy, hard] = [await missing('q-1'), await missing('q-1')];
    for (const { first, give } of [easy, hard]) await give(first, ['b']);
    const key = randomUUID();
    for (let round = 0; round < 2; round += 1) await easy.rate(easy.first, 'easy', undefined, key);
    for (const said of ['easy', 'hard'] as const) await hard.rate(hard.first, said);
    const due = async (of: typeof easy) => (await of.rows())[0]?.dueOn ?? '';
    expect((await due(easy)) > (await due(hard))).toBe(true);
    expect((await easy.log()).map(({ rating }) => rating)).toEqual(['good', 'easy']);
    expect(await easy.rows()).toMatchObject([{ reps: 1 }]);
    await hard.rate(hard.first, 'easy');
    expect(await due(hard)).toBe(await due(easy));
  });

  test('is not for the learner to say of a wrong answer', async () => {
    const { first, give, rate, log } = await missing('q-1');
    await give(first, ['a']);
    for (const rating of ['good', 'easy', 'again'] as const)
      await expect(rate(first, rating)).rejects.toMatchObject(refused);
    expect(await log()).toHaveLength(1);
  });

  test('is for the learner alone to say of a word, the first time of the day', async () => {
    const { term, begin, rate, give, log, rows } = await (await makeReviewed(db)).reviewer();
    await term({ choose: 'digest' });
    const { next } = await begin();
    await expect(give(next ?? '', ['a'])).rejects.toMatchObject(refused);
    expect(await rate(next ?? '', 'easy')).toEqual({ next: null });
    await rate(next ?? '', 'again');
    expect((await log()).map(({ rating }) => rating)).toEqual(['easy']);
    expect(await rows()).toMatchObject([{ reps: 1, lapses: 0 }]);
  });
});

describe('a day', () => {
  test('asks no more than was chosen after months away, what waits longest first, and then ends', async () => {
    const { answer, set, begin, screen, give, rows } = await (
      await makeReviewed(db, { one: Array.from({ length: 12 }, (_, index) => `q-${index}`) })
    ).reviewer();
    for (let index = 0; index < 12; index += 1) await answer('one', `q-${index}`, 'a');
    await set({ on: 'yes', perDay: 10 });
    const later = inDays(120);
    expect(await screen(later)).toMatchObject({ due: 10, rest: 2, minutes: 8, total: 12 });
    const seen: string[] = [];
    for (let { next } = await begin(later); next; { next } = await begin(later)) {
      seen.push(next);
      await give(next, ['b'], later);
    }
    expect(new Set(seen).size).toBe(10);
    expect(await screen(later)).toMatchObject({ due: 0, done: 10, rest: 2, next: 'tomorrow' });
    expect(await screen(inDays(121))).toMatchObject({ due: 2, rest: 0 });
    expect((await rows()).filter(({ reviewedOn }) => reviewedOn === null)).toHaveLength(2);
  });

  test('can be left in the middle, and goes on where it was', async () => {
    const { first, give, card, screen, begin } = await missing('q-1', 'q-2', 'q-3');
    expect((await card(first)).position).toEqual({ number: 1, of: 3 });
    await give(first, ['a']);
    const { next, position } = await card(first);
    expect(position).toEqual({ number: 1, of: 3 });
    expect(await begin()).toEqual({ next });
    expect((await card(next ?? '')).position).toEqual({ number: 2, of: 3 });
    expect(await screen()).toMatchObject({ due: 2, done: 1 });
  });

  test.each([0, 15, 1000, 'many'])('is not set to ask %s', async (perDay) => {
    const { set, screen } = await (await makeReviewed(db)).reviewer();
    await expect(set({ perDay: perDay as number })).rejects.toMatchObject({
      fields: { perDay: expect.any(String) },
    });
    expect((await screen()).perDay).toBe(20);
  });
});

describe('nothing is lost', () => {
  test('of a card that is put off, taken out and taken up again', async () => {
    const { first, give, aside, card, screen, rows } = await missing('q-1', 'q-2');
    await give(first, ['b']);
    const remembered = (await rows()).find(({ id }) => id === first);
    const { next } = await aside(first, 'stop');
    expect(await screen(inDays(30))).toMatchObject({
      due: 1,
      stopped: [{ id: first, label: expect.any(String) }],
    });
    expect((await card(first, inDays(30))).state).toBe('stopped');
    await aside(first, 'again');
    expect((await rows()).find(({ id }) => id === first)).toEqual(remembered);
    await aside(next ?? '', 'tomorrow');
    expect(await screen()).toMatchObject({ due: 0, stopped: [] });
    expect((await card(next ?? '')).state).toBe('later');
    expect(await screen(inDays(1))).toMatchObject({ due: 1 });
  });

  test('of a word that is stopped and chosen again', async () => {
    const { term, begin, rate, rows, screen } = await (await makeReviewed(db)).reviewer();
    await term({ choose: 'digest' });
    const { next } = await begin();
    await rate(next ?? '', 'good');
    const [before] = await rows();
    await term({ stop: 'digest' });
    expect(await screen(inDays(60))).toMatchObject({ due: 0, total: 0 });
    await term({ choose: 'digest' });
    expect(await rows()).toEqual([before]);
  });

  test('while the review is paused', async () => {
    const { first, give, set, screen, begin, count } = await missing('q-1');
    await give(first, ['b']);
    await set({ on: 'no' });
    expect(await begin(inDays(60))).toEqual({ next: null });
    expect(await count(inDays(60))).toEqual({ due: 0, minutes: 0 });
    await set({ on: 'yes' });
    expect(await screen(inDays(60))).toMatchObject({ isOn: true, due: 1, perDay: 20 });
  });

  test('of what a newer edition does not ask any more, which rests until it does', async () => {
    const { first, rewrite, screen, card, give } = await missing('q-1');
    await rewrite(wordsLesson(['q-2']));
    expect(await screen()).toMatchObject({ due: 0, total: 0 });
    expect((await card(first)).state).toBe('resting');
    await expect(give(first, ['b'])).rejects.toMatchObject(refused);
    await rewrite(null);
    expect((await card(first)).state).toBe('resting');
    await rewrite(wordsLesson(['q-1']).replace('What is right in q-1?', 'What is right there now?'));
    expect((await card(first)).question?.prompt).toContain('What is right there now?');
    await give(first, ['b']);
    expect(await screen()).toMatchObject({ done: 1 });
  });
});

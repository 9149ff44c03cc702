import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type LocalCopies, localCopies } from './local-copies';
import { Saver } from './saver';
import type { Sent } from './send-text';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-23T14:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

class Shelf implements Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'> {
  readonly held = new Map<string, string>();
  full = false;
  get length() {
    return this.held.size;
  }
  key = (index: number) => [...this.held.keys()][index] ?? null;
  getItem = (key: string) => this.held.get(key) ?? null;
  removeItem = (key: string) => void this.held.delete(key);
  setItem(key: string, value: string) {
    if (this.full) throw new Error('QuotaExceededError');
    this.held.set(key, value);
  }
}

const of = { viewerId: 'ann', course: 'c', file: 'f' };

/** An editor with one text, and a server that can be told what to answer. */
function desk(text = 'base') {
  const shelf = new Shelf();
  const copies = localCopies(shelf, of, 'w1');
  const server = { text, version: 1 };
  const asked: { version: number; text: string; leaving: boolean }[] = [];
  let answer: (() => Promise<Sent>) | null = null;
  const savedAt = '2026-11-23T14:00:00.000Z';
  const desk = {
    shelf,
    copies,
    server,
    asked,
    text,
    answerWith(next: (() => Promise<Sent>) | null) {
      answer = next;
    },
    type(more: string) {
      desk.text += more;
      saver.changed();
    },
    get status() {
      return saver.state.status;
    },
    left: () =>
      localCopies(shelf, of, 'w2')
        .left()
        .map((copy) => copy.text),
  };
  const saver = new Saver({
    base: { text, version: 1, savedAt },
    read: () => desk.text,
    copies,
    send: async (value, leaving): Promise<Sent> => {
      asked.push({ ...value, leaving });
      if (answer) return answer();
      if (value.version !== server.version && value.text !== server.text)
        return { kind: 'conflict', theirs: { ...server, savedBy: 'Ben', savedAt } };
      server.text = value.text;
      server.version = value.version + 1;
      return { kind: 'saved', version: server.version, savedAt };
    },
  });
  return Object.assign(desk, { saver });
}

const wait = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
const unreachable = () => Promise.reject(new TypeError('Failed to fetch'));
const refused = (status: number) => async (): Promise<Sent> => ({ kind: 'refused', status, message: 'No.' });

describe('what is typed', () => {
  test('is saved a second after the last key, once', async () => {
    const typing = desk();
    typing.type('1');
    await wait(600);
    typing.type('2');
    await wait(900);
    expect(typing.asked).toEqual([]);
    await wait(200);
    expect(typing.asked).toEqual([{ version: 1, text: 'base12', leaving: false }]);
    expect([typing.server.text, typing.status]).toEqual(['base12', 'saved']);
    expect(typing.saver.unsaved).toBe(false);
  });

  test('without a pause is saved all the same', async () => {
    const d = desk();
    for (let key = 0; key < 40; key += 1) {
      d.type('x');
      await wait(500);
    }
    expect(d.asked.length).toBeGreaterThan(0);
  });

  test('while a save is under way is saved after it, from the new version', async () => {
    const d = desk();
    d.type('1');
    d.answerWith(async () => {
      d.text += '2';
      d.saver.changed();
      d.server.text = 'base1';
      d.server.version = 2;
      return { kind: 'saved', version: 2, savedAt: '' };
    });
    await wait(1_000);
    d.answerWith(null);
    await wait(1_100);
    expect(d.asked.map(({ version, text }) => [version, text])).toEqual([
      [1, 'base1'],
      [2, 'base12'],
    ]);
    expect([d.server.text, d.status]).toEqual(['base12', 'saved']);
  });

  test('and taken back again is not sent', async () => {
    const d = desk();
    d.type('1');
    d.text = 'base';
    d.saver.changed();
    await wait(2_000);
    expect([d.asked, d.status, d.left()]).toEqual([[], 'saved', []]);
  });
});

describe('the copy on this device', () => {
  test('is there from the first key until the server has the text', async () => {
    const d = desk();
    d.type('1');
    expect(d.left()).toEqual(['base1']);
    d.type('2');
    await wait(400);
    expect(d.left()).toEqual(['base12']);
    await wait(1_000);
    expect([d.status, d.left()]).toEqual(['saved', []]);
  });

  test('of a long text waits until somebody pauses, since no key shall wait for it', async () => {
    const d = desk('x'.repeat(200_001));
    d.answerWith(unreachable);
    for (let key = 0; key < 5; key += 1) {
      d.type('1');
      await wait(200);
    }
    expect(d.left()).toEqual([]);
    await wait(600);
    expect(d.left()).toEqual([d.text]);
    d.type('2');
    d.saver.flush(true);
    expect(d.left()).toEqual([d.text]);
    for (let key = 0; key < 60; key += 1) {
      d.type('3');
      await wait(200);
    }
    expect(d.left()[0]?.length).toBeGreaterThan(200_040);
  });

  test('has the last key when the page is closed, and the text is on its way', () => {
    const d = desk();
    d.type('1');
    d.type('2');
    d.saver.flush(true);
    expect(d.left()).toEqual(['base12']);
    expect(d.asked).toEqual([{ version: 1, text: 'base12', leaving: true }]);
  });

  test('stays when nothing gets through, and is missed when there is no room', async () => {
    const d = desk();
    d.answerWith(unreachable);
    d.type('1');
    await wait(1_100);
    expect([d.status, d.saver.state.kept, d.left()]).toEqual(['offline', true, ['base1']]);
    d.shelf.full = true;
    d.type('2');
    await wait(400);
    expect(d.saver.state.kept).toBe(false);
  });
});

describe('a server that cannot be reached', () => {
  test('is tried again, and at once when the connection is back', async () => {
    const d = desk();
    d.answerWith(unreachable);
    d.type('1');
    await wait(1_100);
    await wait(3_100);
    expect(d.asked).toHaveLength(2);
    d.answerWith(null);
    d.saver.again();
    await wait(0);
    expect([d.server.text, d.status, d.left()]).toEqual(['base1', 'saved', []]);
  });

  test('that took the text although its answer was lost is no conflict', async () => {
    const d = desk();
    d.answerWith(async () => {
      d.server.text = 'base1';
      d.server.version = 2;
      throw new TypeError('the answer was lost');
    });
    d.type('1');
    await wait(1_100);
    expect(d.status).toBe('offline');
    d.answerWith(null);
    d.type('2');
    await wait(1_100);
    await wait(1_100);
    expect([d.server, d.status]).toEqual([{ text: 'base12', version: 3 }, 'saved']);
  });

  test.each([429, 500, 502, 503])('or answers %d is tried again', async (status) => {
    const d = desk();
    d.answerWith(refused(status));
    d.type('1');
    await wait(1_100);
    expect(d.status).toBe('failed');
    d.answerWith(null);
    await wait(3_100);
    expect(d.status).toBe('saved');
  });

  test('that refuses the text waits until it is another one', async () => {
    const d = desk();
    d.answerWith(refused(422));
    d.type('1');
    await wait(60_000);
    expect([d.asked.length, d.status, d.left()]).toEqual([1, 'failed', ['base1']]);
    d.answerWith(null);
    d.type('2');
    await wait(1_100);
    expect(d.status).toBe('saved');
  });
});

test('somebody whose session ended keeps the text, and it is saved when they are back', async () => {
  const d = desk();
  d.answerWith(refused(401));
  d.type('1');
  await wait(1_100);
  d.type('2');
  await wait(5_000);
  expect([d.asked.length, d.status, d.left()]).toEqual([1, 'signed-out', ['base12']]);
  d.answerWith(null);
  d.saver.again();
  await wait(0);
  expect([d.server.text, d.status]).toEqual(['base12', 'saved']);
});

test('a file that is gone is not asked for again; the text stays here', async () => {
  const d = desk();
  d.answerWith(refused(404));
  d.type('1');
  await wait(1_100);
  d.type('2');
  await wait(60_000);
  expect([d.asked.length, d.status, d.left()]).toEqual([1, 'gone', ['base12']]);
});

describe('when somebody else was quicker', () => {
  async function contested() {
    const d = desk();
    d.server.text = 'theirs';
    d.server.version = 2;
    d.type('1');
    await wait(1_100);
    return d;
  }

  test('saving stops, and what is typed stays here', async () => {
    const d = await contested();
    d.type('2');
    d.saver.flush(true);
    d.saver.again();
    await wait(60_000);
    expect([d.asked.length, d.status, d.server.text]).toEqual([1, 'conflict', 'theirs']);
    expect(d.saver.state.theirs).toMatchObject({ text: 'theirs', version: 2, savedBy: 'Ben' });
    expect(d.left()).toEqual(['base12']);
  });

  test('keeping mine saves over theirs, of which a copy stays', async () => {
    const d = await contested();
    d.saver.keepMine();
    await wait(0);
    expect([d.server, d.status]).toEqual([{ text: 'base1', version: 3 }, 'saved']);
    expect(d.copies.aside()).toMatchObject([{ text: 'theirs', whose: 'Ben' }]);
  });

  test('keeping mine is asked again when they saved once more', async () => {
    const d = await contested();
    d.server.text = 'theirs again';
    d.server.version = 3;
    d.saver.keepMine();
    await wait(0);
    expect([d.server.text, d.status]).toEqual(['theirs again', 'conflict']);
    expect(d.saver.state.theirs?.version).toBe(3);
  });

  test('taking theirs keeps a copy of mine', async () => {
    const d = await contested();
    d.text = d.saver.takeTheirs();
    d.saver.changed();
    await wait(2_000);
    expect([d.text, d.status, d.asked.length]).toEqual(['theirs', 'saved', 1]);
    expect(d.copies.aside()).toMatchObject([{ text: 'base1', whose: 'You' }]);
    expect(d.left()).toEqual([]);
    d.type('!');
    await wait(1_100);
    expect(d.server).toEqual({ text: 'theirs!', version: 3 });
  });
});

describe('copies on this device', () => {
  const kept = (copies: LocalCopies) => copies.left().map(({ text }) => text);

  test('of two windows do not write over each other', () => {
    const shelf = new Shelf();
    const [one, two] = ['w1', 'w2'].map((name) => localCopies(shelf, of, name));
    one?.keep(1, 'of one');
    two?.keep(1, 'of two');
    expect([one && kept(one), two && kept(two)]).toEqual([['of two'], ['of one']]);
  });

  test('are not offered to another person, course or file', () => {
    const shelf = new Shelf();
    localCopies(shelf, of, 'w1').keep(1, 'mine');
    for (const other of [{ viewerId: 'ben' }, { course: 'd' }, { file: 'g' }])
      expect(kept(localCopies(shelf, { ...of, ...other }, 'w2'))).toEqual([]);
  });

  test('of decided texts are kept, the newest ten', async () => {
    const copies = localCopies(new Shelf(), of, 'w1');
    for (let number = 1; number <= 12; number += 1) {
      copies.setAside(`text ${number}`, 'Ben');
      await wait(1_000);
    }
    expect(copies.aside().map(({ text }) => text)).toEqual(
      Array.from({ length: 10 }, (_none, index) => `text ${12 - index}`),
    );
  });

  test('are none where the browser has no storage', () => {
    const copies = localCopies(null, of, 'w1');
    expect([copies.keep(1, 'x'), copies.left(), copies.aside()]).toEqual([false, [], []]);
    copies.drop();
  });
});

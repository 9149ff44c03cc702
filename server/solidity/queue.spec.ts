import { expect, test } from 'vitest';
import { FairQueue } from './queue';

const served = (queue: FairQueue<number>) => {
  const order: string[] = [];
  for (let next = queue.next(); next; next = queue.next()) order.push(`${next.who}${next.job}`);
  return order;
};

test('who asks often lets the others go first, and keeps their own order', () => {
  const queue = new FairQueue<number>();
  for (const job of [1, 2, 3]) queue.add('a', job);
  queue.add('b', 1);
  queue.add('c', 1);
  queue.add('b', 2);
  expect(queue.position('c')).toBe(3);
  expect(queue.of('a')).toBe(3);
  expect(served(queue)).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3']);
  expect(queue.position('a')).toBeNull();
});

test('who was served and asks again waits for those who came meanwhile, and not for ever', () => {
  const queue = new FairQueue<number>();
  queue.add('a', 1);
  queue.add('b', 1);
  expect(queue.next()).toEqual(expect.objectContaining({ who: 'a' }));
  queue.add('a', 2);
  queue.add('c', 1);
  expect(served(queue)).toEqual(['b1', 'c1', 'a2']);
  queue.add('a', 3);
  queue.add('d', 1);
  expect(served(queue)).toEqual(['a3', 'd1']);
});

test('taken out, nobody waits', () => {
  const queue = new FairQueue<number>();
  queue.add('a', 1);
  expect(queue.clear()).toHaveLength(1);
  expect(queue.size).toBe(0);
});

import { expect, test } from 'vitest';
import { remembering } from './remembering';

test('what was asked before is answered from memory, by its key', () => {
  const asked: string[] = [];
  const upper = remembering(
    (word: string) => word.trim(),
    (word) => {
      asked.push(word);
      return word.trim().toUpperCase();
    },
  );
  expect([upper('a'), upper(' a '), upper('b'), upper('a')]).toEqual(['A', 'A', 'B', 'A']);
  expect(asked).toEqual(['a', 'b']);
});

test('what is asked again and again stays, and the memory has an end', () => {
  let asked = 0;
  const count = remembering(
    String,
    (_number: number) => {
      asked += 1;
      return asked;
    },
    100,
  );
  const first = count(0);
  for (let number = 1; number < 1_000; number += 1) {
    count(number);
    expect(count(0)).toBe(first);
  }
  expect(asked).toBe(1_000);
  count(1);
  expect(asked).toBe(1_001);
});

test('a failure is not remembered', () => {
  let works = false;
  const ask = remembering(String, (_word: string) => {
    if (!works) throw new Error('not now');
    return 'yes';
  });
  expect(() => ask('a')).toThrow('not now');
  works = true;
  expect(ask('a')).toBe('yes');
});

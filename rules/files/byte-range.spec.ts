import { describe, expect, test } from 'vitest';
import { byteRange } from './byte-range';

describe('a Range header on a file of 100 bytes', () => {
  test.each<[string, string | null, ReturnType<typeof byteRange>]>([
    ['that is not there asks for the whole', null, null],
    ['names first and last byte', 'bytes=0-9', { start: 0, end: 9 }],
    ['without a last byte goes to the end', 'bytes=90-', { start: 90, end: 99 }],
    ['that ends after the file ends with it', 'bytes=90-200', { start: 90, end: 99 }],
    ['without a first byte counts from the end', 'bytes=-10', { start: 90, end: 99 }],
    ['from the end that is longer than the file is the whole as a part', 'bytes=-500', { start: 0, end: 99 }],
    ['that begins after the end has no part', 'bytes=100-', 'none'],
    ['of no bytes from the end has no part', 'bytes=-0', 'none'],
    ['that ends before it begins is not understood', 'bytes=9-3', null],
    ['for several parts is not understood', 'bytes=0-1,3-4', null],
    ['without numbers is not understood', 'bytes=-', null],
    ['in another unit is not understood', 'lines=1-2', null],
    ['with absurd numbers is not understood', `bytes=${'9'.repeat(40)}-`, null],
  ])('%s', (_title, header, expected) => {
    expect(byteRange(header, 100)).toEqual(expected);
  });

  test('on an empty file has no part', () => {
    expect(byteRange('bytes=0-', 0)).toBe('none');
    expect(byteRange('bytes=-5', 0)).toBe('none');
  });
});

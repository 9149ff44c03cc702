import { expect, test } from 'vitest';
import { carries, formats, isCarried, isFormat, lostIn, notCarried } from './carries';

test('each format says which kinds it carries', () => {
  expect(Object.keys(carries)).toEqual(Object.keys(formats));
  expect(isCarried('gift', 'single')).toBe(true);
  for (const kind of ['ordering', 'cloze', 'toString', '']) expect(isCarried('gift', kind)).toBe(false);
  expect(isCarried('qti', 'cloze')).toBe(true);
  expect(notCarried('qti', 'hotspot')).toContain('pictures');
  expect(notCarried('qti', 'annotation')).toContain('annotation');
  expect(notCarried('gift', 'cloze')).toBe('GIFT has no question of the kind “cloze”.');
});

test('what a question has and its format has no place for is told in words', () => {
  expect(lostIn('gift', 'single', [])).toEqual([]);
  expect(lostIn('gift', 'single', ['near', 'difficulty'])).toEqual(['Not carried: the difficulty.']);
  expect(lostIn('gift', 'short-text', ['near'])).toEqual([
    'Not carried: that one mistake of typing is let pass.',
  ]);
  expect(lostIn('gift', 'ordering', ['near', 'passage'])).toEqual([
    'Not carried: the passage that it tests.',
  ]);
  expect(lostIn('gift', 'single', ['hints', 'hint-costs'])).toEqual(['Not carried: its hints.']);
  expect(lostIn('moodle', 'single', ['hints', 'hint-costs'])).toEqual(['Not carried: what its hints cost.']);
  expect(lostIn('qti', 'ordering', ['partial', 'difficulty'])).toEqual([
    'Not carried: marks for an order that is partly right.',
  ]);
});

test('no other word is a format', () => {
  expect(Object.keys(formats).every(isFormat)).toBe(true);
  for (const word of ['toString', '', null, undefined, ['gift']]) expect(isFormat(word)).toBe(false);
});

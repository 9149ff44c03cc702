import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rendering } from './gift-read';
import { readMoodle as readTree } from './moodle-read';
import { NoXml, readXml } from './xml-read';

const readMoodle = (xml: string, render: Rendering) => readTree(readXml(xml), render);
const render = (text: string) => text;
const ask = '<name><text>Salt</text></name><questiontext format="html"><text>What?</text></questiontext>';
const one = (type: string, inside: string, asked = ask) =>
  readMoodle(
    `<quiz><question type="category"/><question type="${type}">${asked}${inside}</question></quiz>`,
    render,
  )[0];
const answer = (fraction: string | null, text: string, more = '') =>
  `<answer${fraction === null ? '' : ` fraction="${fraction}"`}><text>${text}</text>${more}</answer>`;
const said = (text: string) => `<feedback><text>${text}</text></feedback>`;
const pair = (item: string, match: string) =>
  `<subquestion><text>${item}</text><answer><text>${match}</text></answer></subquestion>`;

describe('questions of Moodle', () => {
  test.each([
    ['multichoice', `<single>true</single>${answer('100', 'a')}${answer('0', 'b')}`, { kind: 'single' }],
    [
      'multichoice',
      `<single>1</single>${answer('100', 'a')}${answer('100', 'b')}${answer(null, 'c')}`,
      { kind: 'multiple' },
    ],
    [
      'multichoice',
      `<single>false</single>${answer('50', 'a')}${answer('50', 'b')}${answer('-100', 'c')}`,
      { kind: 'multiple' },
    ],
    [
      'truefalse',
      answer('0', 'true', said('No')) + answer('100', 'false'),
      {
        kind: 'single',
        options: [
          { text: 'True', right: false, said: 'No' },
          { text: 'False', right: true },
        ],
      },
    ],
    [
      'shortanswer',
      answer('100', 'a\\*') + answer('0', 'b', said('No')) + answer('0', '') + answer('0', '*'),
      { kind: 'short-text', forms: [{ text: 'a*' }, { text: 'b', said: 'No' }] },
    ],
    [
      'numerical',
      answer('100', '3', '<tolerance>0.5</tolerance>') + answer('0', '4'),
      { kind: 'numeric', answer: '3', tolerance: '0.5', foreseen: [{ text: '4' }] },
    ],
    [
      'matching',
      pair('a', 'b') + pair('c', 'd') + pair('', 'e'),
      { kind: 'matching', heads: ['Item', 'Match'] },
    ],
    ['matching', pair('a', 'b') + pair('c', 'b'), { kind: 'categorise', heads: ['Item', 'Category'] }],
    ['ordering', answer('2', 'b') + answer('1', 'a'), { kind: 'ordering', items: ['a', 'b'] }],
  ])('%s', (type, inside, asked) => {
    expect(one(type, inside)).toMatchObject({
      title: 'Salt',
      question: { id: 'Salt', prompt: 'What?', asked },
    });
  });

  test.each([
    ['essay', '', 'no question of the type “essay”'],
    ['toString', '', 'no question of the type'],
    ['multichoice', answer('0', 'a'), 'None of its options is right'],
    ['multichoice', answer('100', 'a'), 'All of its options are right'],
    ['truefalse', answer('100', 'true'), 'does not say whether'],
    ['shortanswer', answer('100', 'pre*'), 'a star for any letters'],
    ['shortanswer', answer('0', 'a'), 'No answer to it is right'],
    ['numerical', answer('0', '1'), 'No answer to it is right'],
    ['numerical', answer('100', 'x'), 'no number'],
    ['numerical', answer('100', '1', '<tolerance>x</tolerance>'), 'no number'],
    ['matching', pair('a', ''), 'nothing that belongs to it'],
    ['matching', pair('a', 'b'), 'fewer than two'],
    ['ordering', answer('1', 'a'), 'fewer than two'],
  ])('%s is refused with why', (type, inside, why) => {
    expect(one(type, inside)).toMatchObject({ question: null, why: expect.stringContaining(why) });
  });

  test('without a text asks nothing, without a name has a number', () => {
    const inside = `<single>true</single>${answer('100', 'a')}${answer('0', 'b')}`;
    expect(one('multichoice', inside, '')).toMatchObject({
      title: 'Question 1',
      why: expect.stringContaining('no text'),
    });
    expect(readMoodle('<quiz><question/></quiz>', render)).toMatchObject([{ question: null }]);
  });

  test('lose what cannot be carried, and say so', () => {
    const notes = (type: string, inside: string) =>
      (one(type, inside) as { notes?: string[] }).notes?.join(' ');
    const two = `<single>true</single>${answer('100', 'a')}${answer('50', 'b')}`;
    expect(notes('multichoice', two)).toContain('what single options are worth');
    expect(notes('multichoice', `${two}<generalfeedback><text>x</text></generalfeedback><hint/>`)).toMatch(
      /whatever was answered.$/,
    );
    const hints = ['a', 'b'].map((text) => `<hint><text>${text}</text></hint>`).join('');
    expect(one('multichoice', `${two}${hints}`)).toMatchObject({ question: { hints: ['a', 'b'] } });
    expect(notes('multichoice', `${two}${hints}`)).toContain('Its hints cost nothing until');
    expect(notes('shortanswer', answer('100', 'a', said('x')) + answer('50', 'b', said('y')))).toMatch(
      /worth 50 %.*single right answers/,
    );
    expect(notes('numerical', `${answer('100', '1')}${answer('100', '2')}<units><unit/></units>`)).toMatch(
      /2 as another.*units/,
    );
    expect(notes('matching', pair('a', 'b') + pair('c', 'b') + pair('', 'd'))).toContain('belong to no item');
    expect(notes('ordering', `${answer('1', 'a', '<file/>')}${answer('2', 'b', '<file/>')}`)).toContain(
      'pictures and files',
    );
  });
});

test('the format of a text goes with it', () => {
  const forms: string[] = [];
  const inside = ['markdown', 'plain_text', 'moodle_auto_format']
    .map((format) => `<answer fraction="1" format="${format}"><text>a</text></answer>`)
    .join('');
  readMoodle(`<quiz><question type="ordering">${ask}${inside}</question></quiz>`, (text, form) => {
    forms.push(form);
    return text;
  });
  expect(forms).toEqual(['html', 'markdown', 'plain', 'html']);
});

test('what is no such file is refused by name, and garbage is never anything else', () => {
  expect(() => readMoodle('<html/>', render)).toThrow('neither a “quiz” of Moodle');
  const piece = fc.constantFrom(
    '<quiz>',
    '</quiz>',
    '<question type="multichoice">',
    '</question>',
    ask,
    answer('100', 'a'),
    pair('a', 'b'),
    '<single>true</single>',
    '<',
    'x',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        readMoodle(pieces.join(''), render);
      } catch (error) {
        expect(error).toBeInstanceOf(NoXml);
      }
    }),
  );
});

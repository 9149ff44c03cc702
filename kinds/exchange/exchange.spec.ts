// Questions that go into a format and come back, and whatever else arrives.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionKinds } from '@/kinds/questions/registry';
import { samples } from '@/kinds/questions/samples';
import { carries, type Format, formats, isCarried } from '@/rules/exchange/carries';
import { readGift } from '@/rules/exchange/gift-read';
import { writeGift } from '@/rules/exchange/gift-write';
import { readMoodle } from '@/rules/exchange/moodle-read';
import { writeMoodle } from '@/rules/exchange/moodle-write';
import { type Carried, type ExchangedQuestion, mapTexts } from '@/rules/exchange/question';
import { stillToWrite, writeQuestion } from '@/rules/exchange/write-question';
import { readXml } from '@/rules/exchange/xml-read';
import { compileContext, directive } from '@/test/directives';
import { readQuestion } from './read-question';
import { renderText } from './render';

const read = (markdown: string, format: Format = 'gift'): Carried =>
  readQuestion(directive(markdown), markdown, format);
const question = (carried: Carried | undefined): ExchangedQuestion => {
  if (!carried?.question) throw new Error(`not carried: ${JSON.stringify(carried)}`);
  return carried.question;
};
const gift = (text: string) => readGift(text, renderText);
const moodle = (text: string) => readMoodle(readXml(text), renderText);
const there = (one: ExchangedQuestion): Carried | undefined => gift(writeGift([one]))[0];

/** What GIFT has no place for is empty. */
const without = (one: ExchangedQuestion): ExchangedQuestion => {
  const { asked } = one;
  const bare = { ...one, difficulty: '' };
  if (!('pairs' in asked)) return bare;
  const heads: [string, string] = ['Item', asked.kind === 'matching' ? 'Match' : 'Category'];
  const pairs = asked.pairs.map((pair) => ({ ...pair, said: '' }));
  return { ...bare, wrong: '', right: '', asked: { ...asked, heads, pairs } };
};

const carried = Object.keys(carries.gift);
const refused = [...questionKinds.keys()].filter((kind) => !carried.includes(kind));

describe('a question of the bank in GIFT', () => {
  test.each(carried)('comes back as it was: %s', (kind) => {
    const own = question(read(samples[kind]?.markdown ?? ''));
    expect(own.prompt).not.toBe('');
    const back = question(there(own));
    expect(back).toEqual(without(own));
    // And it is a question of the course again, with the same right answer.
    const node = directive(writeQuestion(back));
    const context = compileContext();
    const again = questionKinds.get(kind)?.parse(node, context);
    const before = questionKinds.get(kind)?.parse(directive(samples[kind]?.markdown ?? ''), compileContext());
    expect(context.problems).toEqual([]);
    expect(again?.key.correct[0]).toBe(before?.key.correct[0]);
  });

  test('brings its hints along in Moodle XML, without their cost, and not in GIFT', () => {
    const markdown = (samples.single?.markdown ?? '').replace(
      /\n:::\s*$/,
      '\n\n::hint[Look at *who* says it.]{cost="10"}\n::hint[And when.]\n:::',
    );
    const own = question(read(markdown, 'moodle'));
    expect(own.hints).toEqual(['Look at *who* says it.', 'And when.']);
    expect(own.prompt).not.toContain('::hint');
    expect(read(markdown, 'moodle')).toMatchObject({ notes: ['Not carried: what its hints cost.'] });
    expect(read(markdown)).toMatchObject({ notes: ['Not carried: its hints.'] });
    const back = question(moodle(writeMoodle([own]))[0]);
    expect(back.hints).toEqual(own.hints);
    expect(mapTexts(back, (text) => text.toUpperCase()).hints).toEqual([
      'LOOK AT *WHO* SAYS IT.',
      'AND WHEN.',
    ]);
    expect(writeQuestion(back)).toContain('\n\n::hint[Look at *who* says it.]\n::hint[And when.]\n:::');
  });

  test.each(refused)('is told to be of a kind that GIFT has not: %s', (kind) => {
    expect(read(samples[kind]?.markdown ?? '')).toMatchObject({
      question: null,
      why: expect.stringContaining(kind),
    });
  });

  test('says what is lost of it', () => {
    const markdown = (samples.numeric?.markdown ?? '').replace(
      '#q',
      '#q passage="D1" objective="1" difficulty="2"',
    );
    expect(read(markdown)).toMatchObject({
      notes: [
        expect.stringContaining('the units'),
        expect.stringContaining('the passage'),
        expect.stringContaining('the objective'),
        expect.stringContaining('the difficulty'),
      ],
    });
    expect(read(samples['short-text']?.markdown ?? '')).toMatchObject({
      notes: [expect.stringContaining('typing')],
    });
    expect(formats.gift.name).toBe('GIFT');
    expect(isCarried('gift', 'toString')).toBe(false);
  });
});

/** Words of Markdown as people write them, with the signs that GIFT and Markdown take for something. */
const word = fc.constantFrom(
  'hash',
  'SM3',
  '**bold**',
  '`code`',
  'a=b',
  '~x',
  '{y}',
  '#1',
  '1:2',
  '\\\\n',
  '课程',
  '50%',
  '//',
  '-',
  '::',
  '->',
  '[x](https://a.example)',
  '$x$',
  '&',
  '"',
  "'",
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => ['w', ...words].join(' '));
const text = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n\n'));
const said = fc.oneof(
  fc.constant(''),
  line.map((words) => `**Name.** ${words}`),
);
const distinct = <Value>(
  one: fc.Arbitrary<Value>,
  of: (value: Value) => string,
  least: number,
  most: number,
) => fc.uniqueArray(one, { minLength: least, maxLength: most, selector: of });
const option = (right: boolean) => fc.record({ text: line, right: fc.constant(right), said });
const plain = fc.constantFrom('hash function', '哈希函数', 'a*b_c', '50%', 'x = y', '#1', '[a]', 'it: that');
const number = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.nat({ max: 99 }))
  .map(([a, b]) => `${a}.${b}1`);
const asked = fc.oneof(
  fc.tuple(option(true), fc.array(option(false), { minLength: 1, maxLength: 4 })).map(([right, wrong]) => ({
    kind: 'single' as const,
    options: [...wrong, right],
  })),
  fc
    .tuple(
      fc.array(option(true), { minLength: 1, maxLength: 3 }),
      fc.array(option(false), { minLength: 1, maxLength: 3 }),
    )
    .map(([right, wrong]) => ({ kind: 'multiple' as const, options: [...right, ...wrong] })),
  distinct(fc.record({ text: plain, said }), ({ text: form }) => form, 2, 5).map(([first, ...others]) => ({
    kind: 'short-text' as const,
    forms: [
      { text: first?.text ?? '', right: true, said: '' },
      ...others.map((other) => ({ ...other, right: false })),
    ],
  })),
  fc
    .tuple(
      number,
      fc.constantFrom('', '0.5', '2'),
      fc.array(fc.record({ text: number, right: fc.constant(false), said }), { maxLength: 3 }),
    )
    .map(([answer, tolerance, foreseen]) => ({ kind: 'numeric' as const, answer, tolerance, foreseen })),
);
const anyQuestion: fc.Arbitrary<ExchangedQuestion> = fc.record({
  id: fc.constantFrom('q-1', 'q', 'a-b-c'),
  prompt: text,
  asked,
  wrong: said,
  right: said,
  tags: fc.subarray(['easy', 'module 1', '哈希']),
  difficulty: fc.constantFrom('', '3'),
});

describe('a question of the bank in Moodle XML', () => {
  test.each(Object.keys(carries.moodle))('comes back as it was: %s', (kind) => {
    const own = question(read(samples[kind]?.markdown ?? '', 'moodle'));
    const bare = without(own);
    expect(question(moodle(writeMoodle([own]))[0])).toEqual({ ...bare, wrong: own.wrong, right: own.right });
  });
});

describe('any question', () => {
  const whole = (one: ExchangedQuestion) => !['single', 'multiple'].includes(one.asked.kind);
  test('is the same when it comes back from GIFT', () => {
    fc.assert(
      fc.property(anyQuestion, (one) => {
        const own = whole(one) ? one : { ...one, wrong: '', right: '' };
        expect(question(there(own))).toEqual({ ...own, difficulty: '' });
      }),
      { numRuns: 100 },
    );
  });

  test('is the same when it comes back from Moodle XML', () => {
    fc.assert(
      fc.property(anyQuestion, (one) => {
        const own = whole(one) ? one : { ...one, wrong: '', right: '' };
        expect(question(moodle(writeMoodle([own]))[0])).toEqual({ ...own, difficulty: '' });
      }),
      { numRuns: 100 },
    );
  });

  test('is the same when it was written as Markdown and read', () => {
    fc.assert(
      fc.property(anyQuestion, (one) => {
        const filled = mapTexts(one, (words) => words || '**Name.** Said.');
        const own = whole(one) ? filled : { ...filled, wrong: '', right: '' };
        const markdown = writeQuestion(own);
        expect(stillToWrite(markdown)).toBe(0);
        const back = question(read(markdown));
        expect(writeQuestion(back)).toBe(markdown);
        expect({ ...back, prompt: '' }).toMatchObject({ ...own, asked: back.asked, prompt: '' });
        expect(back.asked.kind).toBe(own.asked.kind);
      }),
      { numRuns: 100 },
    );
  });
});

describe('whatever arrives', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '=',
      '~',
      '#',
      '::',
      '->',
      '\n',
      '\n\n',
      '%50%',
      '%-1%',
      '[html]',
      '[markdown]',
      '<b>',
      '</b>',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      ':::',
      ':::question{#x kind="single"}',
      '- [x] a',
      '> b',
      '---',
      '```',
      '|',
      '$$',
      '\\',
      '1.',
      '#1:2',
      'T',
      '&lt;script&gt;',
      '[[write:',
      '\uE001',
      '\0',
    ),
    fc.string({ maxLength: 6 }),
  );
  const garbage = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('is a list of questions and of reasons, and never throws', () => {
    fc.assert(
      fc.property(garbage, (given) => {
        for (const one of gift(given)) if (!one.question) expect(one.why).toMatch(/^\S.*\.$/s);
      }),
      { numRuns: 400 },
    );
  });

  test('stays inside the one question that it becomes, without html', () => {
    fc.assert(
      fc.property(
        garbage,
        garbage,
        fc.constantFrom('', '[html]', '[markdown]', '[plain]'),
        (one, other, form) => {
          const escaped = (words: string) => words.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s*\n\s*/g, '\\n');
          const [only, ...more] = gift(
            `::t::${form}Words ${escaped(one)}{=${form}a ${escaped(other)} ~${form}b}`,
          );
          expect(more).toEqual([]);
          if (!only?.question) return;
          const markdown = writeQuestion({ ...only.question, id: 'q' });
          const node = directive(markdown);
          expect(node).toMatchObject({ type: 'containerDirective', name: 'question' });
          expect(node.position?.end.offset).toBe(markdown.length);
          const list = node.children.filter(({ type }) => type === 'list');
          expect(list).toHaveLength(1);
          expect(
            node.children.map(({ type }) => type).filter((type) => !['list', 'paragraph'].includes(type)),
          ).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('GIFT of others', () => {
  const one = (text: string) => gift(text)[0];

  test('is read with its defaults: html, weights, comments, categories', () => {
    const all = gift(`\uFEFF// a remark
$CATEGORY: top/Hashes

::Salt::What is <b>salt</b> &amp; why?{
  =Random <i>bytes</i>#Right\\: they are.
  ~%50%A key#<p>No.</p>
}

Sky is {~green =blue} today.
`);
    expect(all).toMatchObject([
      {
        title: 'Salt',
        question: {
          prompt: 'What is **salt** \\& why?',
          asked: {
            kind: 'single',
            options: [
              { text: 'Random *bytes*', right: true, said: 'Right: they are.' },
              { text: 'A key', right: false, said: 'No.' },
            ],
          },
        },
        notes: [expect.stringContaining('what single options are worth')],
      },
      { question: { prompt: 'Sky is \\_\\_\\_\\_\\_ today.', asked: { kind: 'single' } } },
    ]);
  });

  test.each([
    ['What is {#3:2}', { kind: 'numeric', answer: '3', tolerance: '2' }],
    ['What is {#1..5}', { kind: 'numeric', answer: '3', tolerance: '2' }],
    [
      'When {# =1822:0#Yes =%0%1820:0#**M.** No ~#**W.** No}',
      { kind: 'numeric', answer: '1822', tolerance: '' },
    ],
    ['Two {=a -> b =c -> d = -> e}', { kind: 'matching' }],
    ['Two {=a -> b =c -> b =d -> e}', { kind: 'categorise' }],
    ['Two {T#no#yes}', { kind: 'single', options: [{ text: 'True', right: true }, { text: 'False' }] }],
    [
      '[moodle]Two {=[plain]a ~[html]<i>b</i>}',
      { kind: 'single', options: [{ text: 'a' }, { text: '*b*' }] },
    ],
    ['Two {#=1:0 =2:0}', { kind: 'numeric', answer: '1' }],
    ['Two {= =a}', { kind: 'short-text', forms: [{ text: 'a' }] }],
    ['Two {FALSE}', { kind: 'single', options: [{ right: false }, { right: true }] }],
    ['Two {=two =2 =%50%deux}', { kind: 'short-text' }],
    ['Two {=two =2 =%0%*#**M.** No}', { kind: 'short-text' }],
    ['Two {~%50%a ~%50%b ~%-100%c}', { kind: 'multiple' }],
  ])('%s', (text, expected) => {
    expect(one(text)).toMatchObject({ question: { asked: expected } });
  });

  test.each([
    ['Just words.', 'It asks nothing'],
    ['::::', 'It asks nothing'],
    ['Write {}', 'an essay'],
    ['Which {~a ~b}', 'None of its options is right'],
    ['Which {~%50%a ~%50%b}', 'All of its options are right'],
    ['Which {=pre*}', 'a star for any letters'],
    ['Which {=%0%a}', 'No answer to it is right'],
    ['Which {#abc}', 'is no number'],
    ['Which {#=%0%3}', 'No answer to it is right'],
    ['Which {#1..x}', 'is no number'],
    ['Which {#1:2:3}', 'is no number'],
    ['Which {=a -> =b -> c}', 'has nothing that belongs to it'],
    ['Which {=a -> b}', 'fewer than two'],
    ['Which {nothing}', 'cannot be read'],
    ['{=a ~b}', 'no text before'],
  ])('is refused with why: %s', (text, why) => {
    expect(one(text)).toMatchObject({ question: null, why: expect.stringContaining(why) });
  });

  test('loses what cannot be carried, and says so', () => {
    expect(one('Two {=a#**A.** =b#**B.**####General}')).toMatchObject({
      notes: [
        expect.stringContaining('whatever was answered'),
        expect.stringContaining('single right answers'),
      ],
    });
    expect(one('Two {~%30%a ~%70%b ~c}')).toMatchObject({ notes: [expect.stringContaining('worth')] });
    expect(one('Two {#=1:0 =%50%2:0}')).toMatchObject({ notes: [expect.stringContaining('2, worth 50 %')] });
    expect(one('Two {=a -> b =c -> b = -> e}')).toMatchObject({
      notes: [expect.stringContaining('belong to no item')],
    });
    expect(
      one(
        'See <img src="x"> <img src="y"> <script>x</script><a href="javascript:x">y</a> <code>a\\=`b`</code>{=a ~b}',
      ),
    ).toMatchObject({
      question: { prompt: 'See y `a= b`' },
      notes: [expect.stringContaining('pictures'), expect.stringContaining('code and forms')],
    });
    expect(one(`A ${'<b>x</b>'.repeat(1500)}{=a ~b}`)).toMatchObject({
      notes: [expect.stringContaining('too many')],
    });
    expect(one(`A ${'<p>'.repeat(900)}x{=a ~b}`)?.question).not.toBeUndefined();
  });
});

test('what has no feedback says what is still to be written', () => {
  const markdown = writeQuestion(question(gift('Which {=a ~b ~c#No.}')[0]));
  expect(stillToWrite(markdown)).toBe(4);
  expect(markdown).toContain('**[[write: the misconception in a few words]].** No.');
});

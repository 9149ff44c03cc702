// Questions that go into QTI 3 and come back, and whatever else arrives.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { questionKinds } from '@/kinds/questions/registry';
import { samples } from '@/kinds/questions/samples';
import { carries } from '@/rules/exchange/carries';
import { packageText, readQti, writeManifest } from '@/rules/exchange/qti-package';
import { writeQtiItem } from '@/rules/exchange/qti-write';
import { type Asked, type Carried, type ExchangedQuestion, mapTexts } from '@/rules/exchange/question';
import { stillToWrite, writeQuestion } from '@/rules/exchange/write-question';
import { NoXml, readXml } from '@/rules/exchange/xml-read';
import { compileContext, directive } from '@/test/directives';
import { readQuestion } from './read-question';
import { xhtmlOf } from './to-xhtml';

const silent = xhtmlOf(() => {});
const read = (markdown: string): Carried => readQuestion(directive(markdown), markdown, 'qti');
const question = (carried: Carried | undefined): ExchangedQuestion => {
  if (!carried?.question) throw new Error(`not carried: ${JSON.stringify(carried)}`);
  return carried.question;
};
const item = (one: ExchangedQuestion): string => writeQtiItem(one, silent);
const qti = (xml: string): Carried[] => readQti(readXml(xml));
const there = (one: ExchangedQuestion): ExchangedQuestion => question(qti(item(one))[0]);

/** A question with its texts as XHTML: the same text may be written in several ways in Markdown. */
const shown = (one: ExchangedQuestion) => mapTexts(one, (text) => silent.blocks(text));

/** What an item itself has no place for is empty. */
function without(one: ExchangedQuestion): ExchangedQuestion {
  const { asked } = one;
  const bare = { ...one, tags: [], difficulty: '' };
  if ('options' in asked || 'reasons' in asked) return { ...bare, wrong: '', right: '' };
  if (!('pairs' in asked)) return bare;
  return { ...bare, asked: { ...asked, heads: ['Item', asked.kind === 'matching' ? 'Match' : 'Category'] } };
}

const carried = Object.keys(carries.qti);
const compiled = (kind: string, markdown: string) => {
  const context = compileContext();
  const parsed = questionKinds.get(kind)?.parse(directive(markdown), context);
  expect(context.problems).toEqual([]);
  return parsed;
};

describe('a question of the bank in QTI 3', () => {
  test.each(carried)('comes back as it was, and asks the same: %s', (kind) => {
    // A number that is foreseen in another unit has no place in it.
    const markdown = (samples[kind]?.markdown ?? '').replace(/- 2500 B\n.*\n/, '');
    const own = question(read(markdown));
    const back = there(own);
    expect(shown(back)).toEqual(shown(without(own)));
    const { asked } = own;
    const heads =
      'pairs' in asked && 'pairs' in back.asked ? { asked: { ...back.asked, heads: asked.heads } } : {};
    // What has no place in it is put back by hand: the heads, the units, and that one mistake of typing is let pass.
    const again = writeQuestion({ ...back, ...heads } as ExchangedQuestion)
      .replace('kind="numeric"', 'kind="numeric" units="kB, B=0.001, MB=1000"')
      .replace('kind="short-text"', 'kind="short-text" spelling="near" lang="en"');
    expect(stillToWrite(again)).toBe(0);
    expect(compiled(kind, again)).toEqual(compiled(kind, markdown));
  });

  test('is one element without declarations, with responses, marking and feedback', () => {
    const xml = item(question(read(samples.matching?.markdown ?? '')));
    expect(xml).not.toContain('<!');
    expect(xml).toContain('<qti-map-entry map-key="r1 o1" mapped-value="1"/>');
    expect(xml).toContain('<qti-simple-associable-choice identifier="o4" match-max="1">key that all know');
    expect(xml.match(/<qti-modal-feedback /g)).toHaveLength(5);
    const root = readXml(xml);
    expect(root.name).toBe('qti-assessment-item');
    const order = root.children.flatMap((child) => (typeof child === 'string' ? [] : child.name));
    expect(order.filter((name, at) => name !== order[at - 1])).toEqual([
      'qti-response-declaration',
      'qti-outcome-declaration',
      'qti-item-body',
      'qti-response-processing',
      'qti-modal-feedback',
    ]);
  });

  test('tells what is lost of it, in its kind and in its texts', () => {
    expect(read(samples.timeline?.markdown ?? '')).toMatchObject({
      notes: [expect.stringContaining('partly right')],
    });
    for (const kind of ['hotspot', 'annotation'])
      expect(read(samples[kind]?.markdown ?? '')).toMatchObject({ question: null });
    const notes: string[] = [];
    const text =
      'A :term[hash], $x^2$, :cite[src], 10:30 ![p](a.png) [l](lesson:x) <b>\n\n| a | b |\n| - | - |\n| c | d |';
    const html = xhtmlOf((words) => notes.push(words)).blocks(text);
    expect(html).toBe('<p>A hash, <code>x^2</code>, src, 10:30  l </p><p>a b</p><p>c d</p>');
    expect(new Set(notes).size).toBe(6);
  });
});

/** Words of Markdown as people write them, with signs that Markdown and XML take for something. */
const word = fc.constantFrom(
  'hash',
  '**bold**',
  '*em*',
  '`a<b`',
  'a\\=b',
  '\\<i\\>',
  '&amp;',
  '课程',
  '50%',
  '[x](https://a.example)',
  '1:2',
  '"',
  "'",
  '\\*',
  '\\[y\\]',
  '\\|',
);
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => ['w', ...words].join(' '));
const text = fc.array(line, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n\n'));
const said = fc.oneof(
  fc.constant(''),
  line.map((words) => `**Name.** ${words}`),
);
const some = (prefix: string, least: number, most: number) =>
  fc
    .array(line, { minLength: least, maxLength: most })
    .map((lines) => lines.map((one, at) => `${prefix}${at} ${one}`));
const plain = fc.uniqueArray(
  fc.constantFrom('hash function', '哈希函数', 'a*b_c', '50%', 'x = y', '#1', '[a]', '<i>', 'a & b'),
  { minLength: 2, maxLength: 5 },
);
const number = fc
  .tuple(fc.integer({ min: -999, max: 999 }), fc.nat({ max: 99 }))
  .map(([a, b]) => `${a}.${b}1`);

const options = (kind: 'single' | 'multiple') =>
  fc.tuple(some('o', 3, 5), said, said).map(([texts, one, other]) => ({
    kind,
    options: texts.map((own, at) => ({
      text: own,
      right: kind === 'single' ? at === 1 : at < 2,
      said: at % 2 ? one : other,
    })),
  }));
const asked: fc.Arbitrary<Asked> = fc.oneof(
  options('single'),
  options('multiple'),
  fc.tuple(some('r', 3, 6), said).map(([texts, own]) => ({
    kind: 'true-false' as const,
    reasons: texts.map((one, at) => ({
      text: one,
      right: at === 2,
      said: own,
      side: at === 0 ? ('True' as const) : ('False' as const),
    })),
  })),
  plain.chain(([first = '', ...others]) =>
    said.map((own) => ({
      kind: 'short-text' as const,
      forms: [
        { text: first, right: true, said: '' },
        ...others.map((form) => ({ text: form, right: false, said: own })),
      ],
    })),
  ),
  fc
    .tuple(fc.uniqueArray(number, { minLength: 1, maxLength: 4 }), fc.constantFrom('', '0.5', '2'), said)
    .map(([[answer = '', ...others], tolerance, own]) => ({
      kind: 'numeric' as const,
      answer,
      tolerance,
      foreseen: others.map((one) => ({ text: one, right: false, said: own })),
    })),
  some('i', 3, 6).map((items) => ({ kind: 'ordering' as const, items })),
  some('e', 3, 6).map((texts) => ({
    kind: 'timeline' as const,
    events: texts.map((own, at) => ({ date: `20${at + 10}-0${at + 1}`, text: own })),
  })),
  fc.tuple(some('i', 2, 5), some('m', 5, 7), said).map(([items, matches, own]) => ({
    kind: 'matching' as const,
    heads: ['Item', 'Match'] as [string, string],
    pairs: matches.map((match, at) => ({ item: items[at] ?? '', match, said: own })),
  })),
  fc.tuple(some('i', 3, 8), said).map(([items, own]) => ({
    kind: 'categorise' as const,
    heads: ['Item', 'Category'] as [string, string],
    pairs: items.map((one, at) => ({ item: one, match: `c${at % 2}`, said: own })),
  })),
  fc
    .tuple(fc.array(line, { minLength: 2, maxLength: 5 }), plain, fc.boolean())
    .map(([lines, forms, chosen]) => ({
      kind: 'cloze' as const,
      parts: [...lines.map((one, at) => (at === 0 ? `${one} ` : ` ${one} `)), ' end'],
      gaps: lines.map((_, at) =>
        chosen && at % 2 === 0 ? { right: forms[0] ?? '', options: forms } : { accepted: forms },
      ),
    })),
);
const anyQuestion: fc.Arbitrary<ExchangedQuestion> = fc.record({
  id: fc.constantFrom('q-1', 'q', 'a-b-c'),
  prompt: text,
  asked,
  wrong: said,
  right: said,
  tags: fc.subarray(['easy', 'module 1', '哈希']),
  difficulty: fc.constantFrom('', '1', '3', '5'),
});

describe('any question', () => {
  test('is the same when it comes back, as an item and as a question of the bank', () => {
    fc.assert(
      fc.property(anyQuestion, (one) => {
        const back = there(one);
        expect(shown(back)).toEqual(shown(without(one)));
        // And again: what came back is carried whole.
        expect(item({ ...back, wrong: one.wrong, right: one.right })).toBe(item(one));
        const markdown = writeQuestion(back);
        expect(directive(markdown).position?.end.offset).toBe(markdown.length);
      }),
      { numRuns: 25 },
    );
  });

  test('comes back from a package with its tags and how hard it is', () => {
    fc.assert(
      fc.property(fc.array(anyQuestion, { maxLength: 4 }), (all) => {
        const files = all.map((one, at) => [`items/${at}.xml`, item(one)] as const);
        const manifest = writeManifest(
          'a-set',
          all.map((one, at) => ({ file: `items/${at}.xml`, about: one })),
        );
        const back = qti(packageText(new Map([...files.toReversed(), ['imsmanifest.xml', manifest]])));
        expect(back.map((one) => question(one).tags)).toEqual(all.map(({ tags }) => tags));
        expect(back.map((one) => question(one).difficulty)).toEqual(all.map(({ difficulty }) => difficulty));
      }),
      { numRuns: 20 },
    );
  });
});

describe('whatever arrives', () => {
  const own = samples.cloze ? item(question(read(samples.cloze.markdown))) : '';
  const pieces = [...own.matchAll(/<[^>]*>|[^<]+/g)].map(([piece]) => piece);
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(
      '<p>',
      '</p>',
      ':::',
      '- [x] a',
      '> b',
      '\n\n',
      '<qti-gap identifier="g"/>',
      '&#58;&#58;&#58;',
      '[[write:',
      '\uE00F',
      '<script>x</script>',
      '<a href="javascript:x">y</a>',
      '|',
      '$$',
    ),
    fc.string({ maxLength: 6 }),
  );

  test('is questions and reasons, or is told to be no such file, and never throws anything else', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.nat(), (added, at, drop) => {
        const cut = [...pieces];
        cut.splice(at % cut.length, drop % 5, ...added);
        try {
          for (const one of qti(cut.join(''))) if (!one.question) expect(one.why).toMatch(/^\S.*\.$/s);
        } catch (error) {
          expect(error).toBeInstanceOf(NoXml);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('stays inside the one question that it becomes, without html', () => {
    const body = fc.array(
      fc.oneof(
        fc
          .constantFrom(
            ...[
              ':::',
              '- [x] a',
              '> b',
              '1. ',
              '# h',
              '```',
              '~~~',
              '---',
              '| a |',
              '$$',
              '<b>',
              '[[write: x]]',
              ':gap[x]',
              '\n\n',
              'True:',
            ],
          )
          .map((words) => `${words}\n`),
        fc.string({ maxLength: 8 }),
      ),
      { maxLength: 12 },
    );
    const escaped = (words: string) =>
      words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(']]>', '');
    fc.assert(
      fc.property(body, body, (one, other) => {
        const words = one.map((piece) => `<p>${escaped(piece)}</p>`).join('');
        const xml = `<assessmentItem identifier="i" title="t"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>a</value></correctResponse></responseDeclaration><itemBody><p>W</p>${words}<choiceInteraction responseIdentifier="R"><simpleChoice identifier="a">a ${escaped(other.join(''))}</simpleChoice><simpleChoice identifier="b">b</simpleChoice></choiceInteraction></itemBody></assessmentItem>`;
        const [only] = qti(xml);
        const markdown = writeQuestion({ ...question(only), id: 'q' });
        const node = directive(markdown);
        expect(node).toMatchObject({ type: 'containerDirective', name: 'question' });
        expect(node.position?.end.offset).toBe(markdown.length);
        expect(node.children.filter(({ type }) => type === 'list')).toHaveLength(1);
        const kinds = node.children.map(({ type }) => type);
        expect(kinds.filter((type) => !['list', 'paragraph'].includes(type))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('costs time that grows with its length alone', () => {
    const start = '<qti-assessment-item identifier="i"><qti-item-body>';
    const end = '</qti-item-body></qti-assessment-item>';
    const hostile = [
      ' '.repeat(400_000),
      'a '.repeat(200_000),
      `a${' '.repeat(200_000)}b${'\n'.repeat(200_000)}`,
      '<b>x</b>'.repeat(40_000),
      `${'<b>'.repeat(90)}${'x '.repeat(200_000)}${'</b>'.repeat(90)}`,
      '<qti-gap-match-interaction/>'.repeat(15_000),
      '<qti-feedback-inline identifier="a">x</qti-feedback-inline>'.repeat(1_900),
    ];
    const began = performance.now();
    for (const middle of hostile) expect(qti(`${start}${middle}${end}`)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect(() => qti(`${'<p>'.repeat(200)}${'</p>'.repeat(200)}`)).toThrow(NoXml);
    expect(() => qti(`<!DOCTYPE x [<!ENTITY a "b">]>${start}&a;${end}`)).toThrow('DOCTYPE');
  });
});

// Items as other systems write them, of QTI 3 and 2.
import { describe, expect, test } from 'vitest';
import { isQti, packageText, readQti, writeManifest } from './qti-package';
import { readXml } from './xml-read';

type Parts = {
  correct?: string[];
  mapping?: string;
  cardinality?: string;
  type?: string;
  body?: string;
  marking?: string;
  feedback?: string;
};
const item = (inside: string, head = 'identifier="i" title="Title"') =>
  `<qti-assessment-item ${head}>${inside}</qti-assessment-item>`;
const declared = (
  { correct = [], mapping = '', cardinality = 'single', type = 'identifier' }: Parts,
  id = 'R',
) =>
  `<qti-response-declaration identifier="${id}" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${correct.map((one) => `<qti-value> ${one} </qti-value>`).join('')}</qti-correct-response><qti-mapping>${mapping}</qti-mapping></qti-response-declaration>`;
const entry = (key: string, worth: number, more = '') =>
  `<qti-map-entry map-key="${key}" mapped-value="${worth}"${more}/>`;
const ask = (parts: Parts) =>
  item(
    `${declared(parts)}<qti-item-body>${parts.body}</qti-item-body><qti-response-processing>${parts.marking ?? ''}</qti-response-processing>${parts.feedback ?? ''}`,
  );
const read = (xml: string) => readQti(readXml(xml))[0];
const modal = (id: string, text: string, more = '') =>
  `<qti-modal-feedback outcome-identifier="F" identifier="${id}"${more}>${text}</qti-modal-feedback>`;
const set = (id: string) =>
  `<qti-set-outcome-value identifier="F"><qti-base-value base-type="identifier">${id}</qti-base-value></qti-set-outcome-value>`;
const option = (id: string, inside = id) =>
  `<qti-simple-choice identifier="${id}">${inside}</qti-simple-choice>`;
const choice = (...options: string[]) =>
  `<qti-choice-interaction response-identifier="R"><qti-prompt>Which?</qti-prompt>${options.join('')}</qti-choice-interaction>`;
const ab = choice(option('a'), option('b'));
const entryField = '<p>How many <b>bits</b>?</p><p><qti-text-entry-interaction response-identifier="R"/></p>';

describe('options', () => {
  test('say what stands in them, under their ids, or what is said of the whole', () => {
    const inline = '<qti-feedback-inline identifier="T" outcome-identifier="FA">No.</qti-feedback-inline>';
    const marking = `<qti-response-condition><qti-response-if><qti-match><qti-variable identifier="R"/><qti-correct identifier="R"/></qti-match>${set('fine')}</qti-response-if><qti-response-else>${set('bad')}</qti-response-else></qti-response-condition>`;
    const body = choice(option('a', `One${inline}`), option('b', '<p>Two</p>'), option('c'), option('d'));
    const feedback = `${modal('b', '<qti-content-body>Yes.</qti-content-body>')}${modal('fine', 'Fine.')}${modal('bad', 'Bad.')}${modal('fine', 'Hidden', ' show-hide="hide"')}${modal('d', '')}`;
    expect(read(ask({ correct: ['b'], body, marking, feedback }))).toMatchObject({
      title: 'Title',
      notes: [],
      question: {
        id: 'i',
        prompt: 'Which?',
        asked: {
          kind: 'single',
          options: [
            { text: 'One', right: false, said: 'No.' },
            { text: 'Two', right: true, said: 'Yes.' },
            { text: 'c', right: false, said: 'Bad.' },
            { text: 'd', right: false, said: 'Bad.' },
          ],
        },
        wrong: '',
        right: '',
      },
    });
  });

  test('are right by what they are worth, where nothing else says so', () => {
    const mapping = `${entry('a', 1)}${entry('b', 0.5)}${entry('c', -1)}`;
    const body = choice(option('a'), option('b'), option('c'));
    const worth = expect.stringContaining('what single options are worth');
    expect(read(ask({ mapping, body }))).toMatchObject({
      question: { asked: { kind: 'single', options: [{ right: true }, { right: false }, { right: false }] } },
      notes: [worth],
    });
    expect(read(ask({ mapping, body, cardinality: 'multiple' }))).toMatchObject({
      question: {
        asked: { kind: 'multiple', options: [{ right: true }, { right: true }, { right: false }] },
      },
      notes: [worth],
    });
    expect(read(ask({ mapping: entry('c', -1), body }))).toMatchObject({
      why: expect.stringContaining('None'),
    });
    expect(read(ask({ correct: ['a', 'b'], body }))).toMatchObject({
      question: { asked: { kind: 'multiple' } },
    });
    expect(read(ask({ correct: ['a', 'b'], body: ab }))).toMatchObject({
      why: expect.stringContaining('All'),
    });
  });

  test('are reasons only where both sides are there', () => {
    const body = choice(option('a', 'True: because'), option('b', 'True: therefore'));
    expect(read(ask({ correct: ['a'], body }))).toMatchObject({ question: { asked: { kind: 'single' } } });
  });
});

test('QTI 2 is read under its own names and with any prefix', () => {
  const xml = `<i:assessmentItem identifier="two"><i:responseDeclaration identifier="R" cardinality="single" baseType="identifier"><i:correctResponse><i:value>b</i:value></i:correctResponse><i:mapping><i:mapEntry mapKey="b" mappedValue="1"/></i:mapping></i:responseDeclaration><i:itemBody><i:p>Look.</i:p><i:choiceInteraction responseIdentifier="R"><i:prompt>Which?</i:prompt><i:simpleChoice identifier="a">A</i:simpleChoice><i:simpleChoice identifier="b">B</i:simpleChoice></i:choiceInteraction></i:itemBody><i:modalFeedback outcomeIdentifier="F" identifier="b" showHide="show">Yes.</i:modalFeedback></i:assessmentItem>`;
  expect(read(xml)).toMatchObject({
    title: 'two',
    question: {
      prompt: 'Look.\n\nWhich?',
      asked: { options: [{ right: false }, { right: true, said: 'Yes.' }] },
    },
  });
});

describe('texts', () => {
  const text = (html: string) => read(ask({ correct: ['a'], body: `${html}${ab}` }));
  test.each([
    ['<div>a <i> b </i>c<br/>d</div>', 'a *b* c\n\nd'],
    ['<p>x &lt; y *z*</p><hr/>', 'x \\< y \\*z\\*'],
    ['<pre>one\n\n two `2`</pre><code> </code>', '`one`\n\n`two 2`'],
    [
      '<a>v</a> <a href="https://a.example/x">y</a> <a href="javascript:x">z</a> <a href="https://b.example"> </a>',
      'v [y](https://a.example/x) z',
    ],
    ['<strong><p>a</p><p>b</p></strong><em> </em>', 'a\n\nb'],
  ])('%s', (html, markdown) => {
    expect(text(html)?.question?.prompt).toBe(`${markdown}\n\nWhich?`);
    expect(text(html)).toMatchObject({ notes: [] });
  });

  test.each([
    ['<ul><li>a</li><li>b</li></ul>', 'a\n\nb', 'a list'],
    ['<table><tr><td>a</td><th>b</th></tr><tr><td>c</td></tr></table>', 'a b\n\nc', 'a table'],
    ['H<sub>2</sub>O', 'H2O', 'lower or higher'],
    ['<blink>a</blink>', 'a', '“blink”'],
    ['a<img src="x"/>', 'a', 'pictures'],
    ['a<math><mi>x</mi></math>', 'a', 'formulas'],
    ['a<script>x</script>', 'a', 'code'],
    ['a<qti-rubric-block view="scorer">b</qti-rubric-block>', 'a', 'graders'],
    ['a<qti-feedback-block identifier="x">b</qti-feedback-block>', 'a', 'when is not clear'],
  ])('lose what they must, and it is told: %s', (html, markdown, told) => {
    expect(text(html)).toMatchObject({
      question: { prompt: `${markdown}\n\nWhich?` },
      notes: [expect.stringContaining(told)],
    });
  });
});

describe('orders and matches', () => {
  const order = (...ids: string[]) =>
    `<qti-order-interaction response-identifier="R"><qti-prompt>In order?</qti-prompt>${ids.map((id) => option(id)).join('')}</qti-order-interaction>`;
  test('an order is of all of its items', () => {
    expect(
      read(ask({ correct: ['b', 'a'], body: order('a', 'b'), feedback: modal('a', 'First.') })),
    ).toMatchObject({
      question: { asked: { kind: 'ordering', items: ['b', 'a'] } },
      notes: [expect.stringContaining('single items')],
    });
    expect(
      read(
        ask({
          correct: ['b', 'a'],
          body: order('a', 'b'),
          feedback: modal('a', '2020') + modal('b', '2019-10'),
        }),
      ),
    ).toMatchObject({
      question: {
        asked: {
          kind: 'timeline',
          events: [
            { date: '2019-10', text: 'b' },
            { date: '2020', text: 'a' },
          ],
        },
      },
    });
    for (const correct of [['a'], ['a', 'a'], ['a', 'c'], []])
      expect(read(ask({ correct, body: order('a', 'b') }))).toMatchObject({
        why: expect.stringContaining('order'),
      });
  });

  const side = (words: string, most = '1') =>
    `<qti-simple-match-set>${words
      .split(' ')
      .filter(Boolean)
      .map(
        (id) =>
          `<qti-simple-associable-choice identifier="${id}" match-max="${most}">${id === 'x' ? '' : id}</qti-simple-associable-choice>`,
      )
      .join('')}</qti-simple-match-set>`;
  const match = (correct: string[], sets: string, more: Parts = {}) =>
    read(
      ask({
        correct,
        ...more,
        body: `<p>What?</p><qti-match-interaction response-identifier="R">${sets}</qti-match-interaction>`,
      }),
    );
  test('an item belongs to one other, and others to none', () => {
    const not = (pair: string) =>
      `<qti-response-condition><qti-response-if><qti-not><qti-member><qti-base-value>${pair}</qti-base-value><qti-variable identifier="R"/></qti-member></qti-not>${set('m')}</qti-response-if></qti-response-condition>`;
    const put = `<qti-response-condition><qti-response-if><qti-member><qti-base-value>a z</qti-base-value><qti-variable identifier="R"/></qti-member>${set('n')}</qti-response-if><qti-response-else-if><qti-is-null><qti-variable identifier="R"/></qti-is-null>${set('n')}</qti-response-else-if><qti-response-else-if/></qti-response-condition>`;
    expect(
      match(['a p', 'b q'], side('a b') + side('p q z', '2'), {
        marking: not('a p') + put,
        feedback: modal('m', 'Not p.') + modal('n', 'Never z.'),
      }),
    ).toMatchObject({
      question: {
        asked: {
          kind: 'matching',
          pairs: [
            { item: 'a', match: 'p', said: 'Not p.' },
            { item: 'b', match: 'q', said: '' },
            { item: '', match: 'z', said: 'Never z.' },
          ],
        },
      },
    });
  });

  test('several items may belong to one, on whichever side the items stand', () => {
    const sorted = {
      question: {
        asked: {
          kind: 'categorise',
          pairs: [
            { item: 'a', match: 'p' },
            { item: 'b', match: 'p' },
            { item: 'c', match: 'q' },
          ],
        },
      },
    };
    const unused = [expect.stringContaining('belong to no item')];
    expect(match(['a p', 'b p', 'c q'], side('a b c') + side('p q', '3'))).toMatchObject(sorted);
    expect(match(['p a', 'p b', 'q c'], side('p q z', '3') + side('a b c'))).toMatchObject({
      ...sorted,
      notes: unused,
    });
    expect(match(['a p', 'b q', 'c r'], side('a b c') + side('p q r', '3'))).toMatchObject({
      question: { asked: { kind: 'categorise' } },
    });
    expect(
      match([], side('a b') + side('p q'), { mapping: entry('a p', 1) + entry('b q', 1) }),
    ).toMatchObject({
      question: { asked: { kind: 'matching' } },
    });
  });

  test.each([
    [['a p', 'b p', 'a q'], side('a b') + side('p q')],
    [['a p'], side('a') + side('p')],
    [['a p'], ''],
  ])('what belongs to several or to none is refused: %j', (correct, sets) => {
    expect(match(correct, sets)).toMatchObject({ why: expect.stringContaining('exactly one') });
  });

  test('what has no words cannot belong to anything', () => {
    for (const pair of ['b x', 'b r'])
      expect(match(['a p', pair], side('a b') + side('p x'))).toMatchObject({
        why: expect.stringContaining('nothing that belongs'),
      });
  });
});

describe('what is typed', () => {
  const string = (parts: Parts) => read(ask({ type: 'string', body: entryField, ...parts }));
  test('a few words, in several forms', () => {
    expect(
      string({ correct: ['hash  function'], mapping: entry('hash', 1) + entry('sum', 0) }),
    ).toMatchObject({
      question: {
        prompt: 'How many **bits**?',
        asked: { kind: 'short-text', forms: [{ text: 'hash function' }, { text: 'hash' }] },
      },
      notes: [expect.stringContaining('Capital letters')],
    });
    expect(string({ mapping: entry('hash', 1, ' case-sensitive="false"') })).toMatchObject({ notes: [] });
    const not = `<qti-response-condition><qti-response-if><qti-not><qti-match><qti-variable identifier="R"/><qti-correct identifier="R"/></qti-match></qti-not>${set('n')}</qti-response-if></qti-response-condition>`;
    expect(string({ correct: ['a'], marking: not, feedback: modal('n', 'No.') })).toMatchObject({
      question: { wrong: 'No.', right: '' },
    });
    expect(string({})).toMatchObject({ why: expect.stringContaining('No answer') });
  });

  const float = (correct: string[], marking = '', more: Parts = {}) =>
    read(ask({ type: 'float', correct, body: entryField, marking, ...more }));
  const equal = (tolerance: string, mode = 'absolute', other = '<qti-correct identifier="R"/>') =>
    `<qti-equal tolerance-mode="${mode}" tolerance="${tolerance}"><qti-variable identifier="R"/>${other}</qti-equal>`;
  test.each([
    ['a tolerance', ['3'], equal('0.5 0.5'), '3', '0.5', 0],
    ['two tolerances', ['3'], equal('0.5 1'), '3', '0.5', 1],
    ['a share', ['-200'], equal('2', 'relative'), '-200', '4', 0],
    ['none', ['3'], equal('0'), '3', '', 0],
    ['none that is a number', ['3'], equal('x'), '3', '', 0],
    ['exactly', ['3'], equal('1', 'exact'), '3', '', 0],
    ['another way to write it', ['1e2'], equal('.5'), '100', '0.5', 0],
    ['another right one', ['3'], equal('1'), '3', '1', 1],
  ])('a number with %s', (_name, correct, marking, answer, tolerance, notes) => {
    const mapping = _name === 'another right one' ? entry('3', 1) + entry('4', 1) : '';
    const carried = float(correct, marking, { mapping });
    expect(carried).toMatchObject({ question: { asked: { kind: 'numeric', answer, tolerance } } });
    expect(carried?.question && carried.notes).toHaveLength(notes);
  });

  test('numbers that are foreseen, and what is no number', () => {
    const marking = `<qti-response-condition><qti-response-if>${equal('1', 'exact', '<qti-base-value base-type="float">5</qti-base-value>')}${set('f')}</qti-response-if><qti-response-else-if><qti-match><qti-variable identifier="R"/><qti-base-value>x</qti-base-value></qti-match>${set('f')}</qti-response-else-if></qti-response-condition>`;
    expect(float(['3'], marking, { feedback: modal('f', 'Five.') })).toMatchObject({
      question: { asked: { foreseen: [{ text: '5', said: 'Five.' }] } },
    });
    expect(float(['many'])).toMatchObject({ why: expect.stringContaining('no number') });
    const within = '<p>It has <qti-text-entry-interaction response-identifier="R"/> bits.</p>';
    expect(float(['3'], '', { body: within })).toMatchObject({
      question: { prompt: 'It has \\_\\_\\_\\_\\_ bits.', asked: { kind: 'numeric' } },
    });
  });
});

describe('texts with gaps', () => {
  const field = (id: string) => `<qti-text-entry-interaction response-identifier="${id}"/>`;
  const inline = (id: string, ...words: string[]) =>
    `<qti-inline-choice-interaction response-identifier="${id}">${words.map((word, at) => `<qti-inline-choice identifier="c${at}"> ${word} </qti-inline-choice>`).join('')}</qti-inline-choice-interaction>`;
  const gapped = (body: string, declarations: string) =>
    read(item(`${declarations}<qti-item-body>${body}</qti-item-body>`));
  const typed = declared(
    { correct: ['a|b', 'hash'], mapping: entry('=x', 1) + entry('hash', 1), type: 'string' },
    'A',
  );
  const chosen = declared({ correct: ['c1'] }, 'B');

  test('are typed or chosen, in one text', () => {
    const body = `<p>Complete it.</p><p>A <em>${field('A')}</em> and ${inline('B', 'one', 'two', 'one')}.</p><p>End &#xE00F;.</p>`;
    expect(gapped(body, typed + chosen)).toMatchObject({
      question: {
        prompt: 'Complete it.',
        asked: {
          kind: 'cloze',
          parts: ['A ', ' and ', '.\n\nEnd .'],
          gaps: [{ accepted: ['hash'] }, { right: 'two', options: ['one', 'two'] }],
        },
      },
      notes: [expect.stringContaining('a bar')],
    });
  });

  test('need something right in each', () => {
    for (const body of [
      `<p>A ${field('C')} b</p>`,
      `<p>A ${inline('C', 'x')}</p>`,
      `<p>A ${inline('B', 'x')}</p>`,
    ])
      expect(gapped(body, chosen)).toMatchObject({ why: expect.stringContaining('nothing that is right') });
  });

  test('all stand in the text that is carried', () => {
    const body = `<p>A ${field('A')} <object>${field('B')}</object></p>`;
    const both = typed + declared({ correct: ['b'], type: 'string' }, 'B');
    expect(gapped(body, both)).toMatchObject({ why: expect.stringContaining('nothing is carried') });
  });

  test('may be filled with words that stand beside', () => {
    const words =
      '<qti-gap-text identifier="w1" match-max="1">one</qti-gap-text><qti-gap-text identifier="w2" match-max="1">two</qti-gap-text>';
    const gapMatch = (correct: string[]) =>
      read(
        ask({
          correct,
          body: `<qti-gap-match-interaction response-identifier="R"><qti-prompt>Fill.</qti-prompt>${words}<p>A <qti-gap identifier="g"/>.</p></qti-gap-match-interaction>`,
        }),
      );
    expect(gapMatch(['w2 g'])).toMatchObject({
      question: {
        prompt: 'Fill.',
        asked: { parts: ['A ', '.'], gaps: [{ right: 'two', options: ['one', 'two'] }] },
      },
      notes: [],
    });
    expect(gapMatch(['w2 h'])).toMatchObject({ question: null });
  });
});

describe('what cannot come in', () => {
  test.each([
    [item(''), 'no body'],
    [ask({ body: '<p>Words.</p>' }), 'asks nothing'],
    [ask({ correct: ['a'], body: choice(option('a'), option('b')).replace('Which?', '') }), 'no text'],
    [ask({ correct: ['a'], body: ab + ab }), 'several things'],
    [ask({ body: '<qti-extended-text-interaction response-identifier="R"/>' }), 'essay'],
    [ask({ body: '<qti-slider-interaction response-identifier="R"/>' }), 'qti-slider-interaction'],
    [ask({ body: `<p>a</p>${'<qti-x/>'.repeat(2_001)}` }), 'larger'],
  ])('is told: %#', (xml, why) => {
    expect(read(xml)).toMatchObject({ question: null, why: expect.stringContaining(why) });
  });

  test('an item without a name is called what it is', () => {
    expect(readQti(readXml(item('', '')))).toMatchObject([{ title: 'Question' }]);
    const nameless = ask({ correct: ['a'], body: `<img/><img/>${ab}` }).replace(
      'identifier="i" title="Title"',
      '',
    );
    expect(read(nameless)).toMatchObject({
      question: { id: 'Question' },
      notes: [expect.stringContaining('pictures')],
    });
  });

  test.each([
    ['<questestinterop/>', 'QTI 1.2'],
    ['<qti-assessment-test/>', 'whole package'],
    ['<assessmentTest/>', 'whole package'],
  ])('is no item: %s', (xml, why) => {
    expect(() => readQti(readXml(xml))).toThrow(why);
  });
});

test('a package says of its items what it knows', () => {
  const fine = ask({ correct: ['a'], body: ab });
  const about = [
    { file: 'a.xml', about: { tags: ['easy', 'a & b'], difficulty: '4' } },
    { file: 'b.xml', about: { tags: [], difficulty: '' } },
    { file: 'gone.xml', about: { tags: [], difficulty: '9' } },
  ];
  const texts = new Map([
    ['imsmanifest.xml', writeManifest('set', about)],
    ['b.xml', fine],
    ['a.xml', fine],
  ]);
  const read = (files: Map<string, string>) => readQti(readXml(packageText(files)));
  expect(read(texts)).toMatchObject([
    { question: { tags: ['easy', 'a & b'], difficulty: '4' } },
    { question: { tags: [], difficulty: '' } },
  ]);
  expect(
    read(new Map([...texts, ['imsmanifest.xml', '<manifest>'], ['t.xml', '<qti-assessment-test/>']])),
  ).toHaveLength(2);
  expect(readQti(readXml('<question-package><file><![CDATA[x]]></file></question-package>'))).toMatchObject([
    { question: null },
  ]);
});

test('what is of QTI is known by its name, of whichever version', () => {
  for (const name of [
    'qti-assessment-item',
    'assessmentItem',
    'assessmentTest',
    'questestinterop',
    'question-package',
  ])
    expect(isQti({ name, attributes: new Map(), children: [] })).toBe(true);
  for (const name of ['quiz', 'manifest', 'assessment'])
    expect(isQti({ name, attributes: new Map(), children: [] })).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proposeSpeech } from './speech';

const writer = 'Harbour Weekly';
const propose = (...texts: string[]) =>
  proposeSpeech(
    texts.map((text) => ({ text, kind: 'text' as const })),
    writer,
  );
const last = (...texts: string[]) => propose(...texts).at(-1);

/** text, mode, speaker, verb */
type Row = [text: string, mode: string, speaker: string, verb: string | null];

describe('English', () => {
  test.each<Row>([
    [
      'President Lin Wei stressed that the towns should share one ledger.',
      'paraphrase',
      'Lin Wei',
      'stressed',
    ],
    ['On Thursday, Lin Wei pointed out that talent is scarce.', 'paraphrase', 'Lin Wei', 'pointed out'],
    ['Lin Wei on Thursday called for more research.', 'paraphrase', 'Lin Wei', 'called for'],
    ['LAKE TOWN, Oct. 25 (Lake Agency) -- Lin Wei has urged faster work.', 'paraphrase', 'Lin Wei', 'urged'],
    ['Amy Park, a professor at North Lake University, noted the risks.', 'paraphrase', 'Amy Park', 'noted'],
    ['Prof. Amy Park also warned of haste.', 'paraphrase', 'Amy Park', 'warned'],
    ['“We will help to write the rules of this field,” said Lin Wei.', 'quote', 'Lin Wei', 'said'],
    ['"We will help to write the rules of this field," Lin Wei said.', 'quote', 'Lin Wei', 'said'],
    ["'We will help to write the rules of this field,' Lin Wei said.", 'quote', 'Lin Wei', 'said'],
    [
      'Lin Wei said the towns must “seize the day and work” while research on the field goes on everywhere.',
      'paraphrase',
      'Lin Wei',
      'said',
    ],
    [
      'According to the Ministry of Harbours, ten pilots are under way.',
      'paraphrase',
      'Ministry of Harbours',
      'according to',
    ],
    ['Ten pilots are under way, according to an official.', 'paraphrase', 'official', 'according to'],
    ['The report notes that costs fell.', 'paraphrase', 'The report', 'notes'],
    ['Officials said the work was on time.', 'paraphrase', 'Officials', 'said'],
    ['The Bank of the Lake Towns announced a pilot.', 'paraphrase', 'Bank of the Lake Towns', 'announced'],
    ['Amy Park lectured on the state of the field.', 'summary', 'Amy Park', 'lectured'],
    [
      'Lin Wei, who also heads the council, made the remarks at a study session.',
      'summary',
      'Lin Wei',
      'made the remarks',
    ],
    ['Lin Wei discussed the plan and said that it was late.', 'paraphrase', 'Lin Wei', 'said'],
    ['“Costs fell, according to the Ministry of Harbours,” said Lin Wei.', 'quote', 'Lin Wei', 'said'],
    ['“He said that we should all wait,” Lin Wei noted.', 'quote', 'Lin Wei', 'noted'],
    ['“Nobody knows the cost of this,” reported nobody.', 'quote', writer, null],
    ['“Nobody knows the cost of this,” asked she.', 'quote', writer, 'asked'],
    ['Costs fell, according to an agency of the towns.', 'paraphrase', 'agency', 'according to'],
    ['The towns share one ledger.', 'gloss', writer, null],
    ['The so-called “alliance chain” is popular.', 'gloss', writer, null],
    ['The United States and the towns report no figures.', 'gloss', writer, null],
    ['It is said that ledgers cannot lie.', 'gloss', writer, null],
    ['However, claims of success are many.', 'gloss', writer, null],
  ])('%s', (text, mode, speaker, verb) => {
    const found = last(text);
    expect(found).toMatchObject({ mode, speaker, verb });
  });
});

describe('Chinese', () => {
  test.each<Row>([
    ['湖区主席林伟在主持学习时强调，要把账本技术作为突破口。', 'paraphrase', '林伟', '强调'],
    ['林伟指出，人才是关键。', 'paraphrase', '林伟', '指出'],
    ['在会议上林伟强调，人才是关键。', 'paraphrase', '林伟', '强调'],
    ['林伟总书记强调，要加强研究。', 'paraphrase', '林伟', '强调'],
    ['在会上，工业部发言人表示，试点进展顺利。', 'paraphrase', '工业部发言人', '表示'],
    ['当天的会议要求，有关部门要加强监管。', 'paraphrase', '会议', '要求'],
    ['会议提出，各城市要共享数据。', 'paraphrase', '会议', '提出'],
    ['有关专家认为，成本会下降。', 'paraphrase', '有关专家', '认为'],
    ['湖区银行称，十个试点已经启动。', 'paraphrase', '湖区银行', '称'],
    ['据新湖通讯社10月26日报道，试点已经启动。', 'paraphrase', '新湖通讯社', '据…报道'],
    ['“我们不会等别人来写规则，我们要参与制定规则。”林伟说。', 'quote', '林伟', '说'],
    ['林伟说：「我們不會等別人來寫規則，我們要參與。」', 'quote', '林伟', '说'],
    ['北湖大学教授、工程院院士陈纯就这个问题作了讲解，并谈了意见和建议。', 'summary', '陈纯', '讲解'],
    ['“据新湖通讯社报道，十个试点已经启动。”林伟说。', 'quote', '林伟', '说'],
    ['“他强调，要再等待一段时间。”林伟说。', 'quote', '林伟', '说'],
    ['按照各城市的有关规定提出，成本会下降。', 'gloss', writer, null],
    ['湖区各城市各港口各银行各大学各协会各企业联合工作组认为，成本会下降。', 'gloss', writer, null],
    ['《账本技术规划》已经发布，名称为“联盟链”。', 'gloss', writer, null],
    ['这部小说说明了账本的用处，据说很畅销。', 'gloss', writer, null],
    ['这些要求的内容符合实际。', 'gloss', writer, null],
    ['账本由各城市共同保存。', 'gloss', writer, null],
  ])('%s', (text, mode, speaker, verb) => {
    expect(last(text)).toMatchObject({ mode, speaker, verb });
  });
});

describe('who spoke before', () => {
  test('speaks on where a pronoun stands for them, and that is said', () => {
    expect(last('Lin Wei stressed research.', 'He also called for standards.')).toMatchObject({
      speaker: 'Lin Wei',
      carried: true,
      why: 'verb “called for”, speaker “Lin Wei” carried over for “He”',
    });
    expect(last('湖区主席林伟强调，要加强研究。', '他还指出，人才是关键。')).toMatchObject({
      speaker: '林伟',
      carried: true,
      why: 'verb “指出”, speaker “林伟” carried over for “他”',
    });
  });

  test('is meant by an office that was named, and by part of a name', () => {
    expect(last('Lin Wei stressed research.', 'The president said it was late.')?.speaker).toBe('Lin Wei');
    expect(last('President Lin Wei stressed research.', 'Lin added that time was short.')).toMatchObject({
      speaker: 'Lin Wei',
      carried: false,
    });
  });

  test('speaks on in a quotation that names nobody, and in a demand without a subject', () => {
    expect(last('Lin Wei stressed research.', '“And we will do all of it ourselves.”')).toMatchObject({
      mode: 'quote',
      speaker: 'Lin Wei',
      carried: true,
    });
    expect(last('湖区主席林伟强调，要加强研究。', '要推动协同攻关。')).toMatchObject({
      mode: 'paraphrase',
      speaker: '林伟',
      carried: true,
    });
    expect(last('湖区主席林伟强调，要加强研究。', '强调，人才是关键。')).toMatchObject({
      speaker: '林伟',
      why: 'verb “强调”, speaker “林伟” carried over, because none is named',
    });
  });

  test('is nobody at first: the writer is proposed, and the reason says so', () => {
    expect(last('He also called for standards.')).toMatchObject({
      speaker: writer,
      carried: false,
      why: 'verb “called for”, no speaker named before',
    });
    expect(last('“And we will do all of it ourselves.”')).toMatchObject({
      mode: 'quote',
      speaker: writer,
      why: 'most of it stands in quotation marks, no speaker named',
    });
    expect(last('要推动协同攻关。')?.mode).toBe('gloss');
  });

  test('can be given, for a passage that is put in later', () => {
    expect(
      proposeSpeech([{ text: 'He went on to say little, she added.', kind: 'text' }], writer, 'Amy Park'),
    ).toMatchObject([{ speaker: 'Amy Park', carried: true }]);
  });
});

test('every proposal shows why', () => {
  expect(last('President Lin Wei stressed that the towns should share one ledger.')?.why).toBe(
    'verb “stressed”, speaker “Lin Wei” before it',
  );
  expect(last('“We will help to write the rules of this field,” said Lin Wei.')?.why).toBe(
    'verb “said”, speaker “Lin Wei” after it, most of it stands in quotation marks',
  );
  expect(last('The towns share one ledger.')?.why).toBe(
    'no reporting verb and no quotation: the writer’s own words',
  );
});

test('headings, bylines and datelines are the writer’s, and are called what they are', () => {
  const kinds = ['heading', 'byline', 'dateline'] as const;
  const found = proposeSpeech(
    kinds.map((kind) => ({ text: 'Lin Wei said it.', kind })),
    writer,
  );
  expect(found.map(({ why }) => why)).toEqual(['a heading', 'looks like a byline', 'looks like a dateline']);
  for (const proposal of found)
    expect(proposal).toMatchObject({ mode: 'gloss', speaker: writer, verb: null, evidence: null });
});

describe('the evidence level', () => {
  test.each<[text: string, level: string | null]>([
    ['Lin Wei stressed that research matters.', 'E0'],
    ['Lin Wei said the towns plan to share one ledger.', 'E1'],
    ['Ten pilots will be built by 2025, officials said.', 'E1'],
    ['It grew by 40 percent last year.', 'E0'],
    ['The towns share one ledger.', null],
    ['Amy Park lectured on the plan to share one ledger.', null],
    ['林伟指出，人才是关键。', 'E0'],
    ['到2025年将建成三个产业园。', 'E1'],
    ['《账本技术规划》已经发布。', null],
    ['产值增长40%。', 'E0'],
  ])('%s', (text, level) => {
    expect(last(text)?.evidence ?? null).toBe(level);
  });

  test('is never above a plan, whatever the text says', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'audited',
            'measured',
            'E4',
            '审计',
            'said',
            'Lin',
            ' ',
            '“',
            '”',
            'by 2025',
            '40%',
          ),
        ),
        (parts) => {
          expect([null, 'E0', 'E1']).toContain(last(parts.join(' '))?.evidence ?? null);
        },
      ),
    );
  });
});

test('there is a proposal with a speaker and a reason for every text whatever', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      ' said ',
      ' He ',
      '强调',
      '据',
      '报道',
      '，',
      '“',
      '”',
      ' according to ',
      ' Lin Wei ',
      '他',
      '说',
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.array(piece)), (texts) => {
      const found = propose(...texts.map((parts) => parts.join('')));
      expect(found).toHaveLength(texts.length);
      for (const { speaker, why } of found) expect([speaker !== '', why !== '']).toEqual([true, true]);
    }),
  );
});

import {
  allIf,
  baseValue,
  isCorrect,
  mapped,
  response,
  responseId,
  type Said,
  saidOf,
  score,
  shareOf,
  showChosen,
  showIf,
  showWhole,
} from './qti-marking';
import { type Asked, type ExchangedGap, type ExchangedQuestion, gapSign } from './question';
import { escapeXml } from './xml-read';

/** Makes XHTML of Markdown: as blocks, or as what may stand in a line where it is one paragraph. */
export type Xhtml = { blocks: (markdown: string) => string; inline: (markdown: string) => string };

/** The parts of an item: what is answered, what is shown, how it is marked, what is said. */
type Item = { responses: string; body: string; marking: string; said: Said[] };

const option = (index: number): string => `o${index + 1}`;
const row = (index: number): string => `r${index + 1}`;
const foreseenId = (index: number): string => `w${index + 1}`;

/** What is answered, what would be right, and what parts of it are worth. */
function declared(
  { cardinality, type, number = null }: { cardinality: string; type: string; number?: number | null },
  correct: string[],
  mapping: { attributes: string; entries: [key: string, worth: number][] } | null = null,
): string {
  const values = correct.map((value) => `<qti-value>${escapeXml(value)}</qti-value>`).join('');
  const folded = type === 'string' ? ' case-sensitive="false"' : '';
  const entries = mapping?.entries.map(
    ([key, worth]) => `<qti-map-entry map-key="${escapeXml(key)}" mapped-value="${worth}"${folded}/>`,
  );
  const map = mapping ? `<qti-mapping ${mapping.attributes}>${entries?.join('')}</qti-mapping>` : '';
  return `<qti-response-declaration identifier="${responseId(number)}" cardinality="${cardinality}" base-type="${type}"><qti-correct-response>${values}</qti-correct-response>${map}</qti-response-declaration>`;
}

const choices = (texts: string[], xhtml: Xhtml): string =>
  texts
    .map(
      (text, index) =>
        `<qti-simple-choice identifier="${option(index)}">${xhtml.inline(text)}</qti-simple-choice>`,
    )
    .join('\n');

function chosen(asked: Extract<Asked, { kind: 'single' | 'multiple' | 'true-false' }>, xhtml: Xhtml): Item {
  const options =
    asked.kind === 'true-false'
      ? asked.reasons.map((one) => ({ ...one, text: `${one.side}: ${one.text}` }))
      : asked.options;
  const rights = options.flatMap(({ right }, index) => (right ? [option(index)] : []));
  const many = asked.kind === 'multiple';
  const entries = (worth: (index: number) => number) =>
    options.map((_, index): [string, number] => [option(index), worth(index)]);
  const side = asked.kind === 'true-false' ? asked.reasons.find(({ right }) => right)?.side : undefined;
  const mapping = many
    ? {
        attributes: `lower-bound="0" upper-bound="${rights.length}" default-value="0"`,
        entries: entries((index) => (options[index]?.right ? 1 : -1)),
      }
    : asked.kind === 'true-false'
      ? {
          attributes: 'default-value="0"',
          // The right side with another reason is half of it.
          entries: entries((index) =>
            options[index]?.right ? 1 : asked.reasons[index]?.side === side ? 0.5 : 0,
          ),
        }
      : null;
  return {
    responses: declared({ cardinality: many ? 'multiple' : 'single', type: 'identifier' }, rights, mapping),
    body: `<qti-choice-interaction response-identifier="RESPONSE" shuffle="false" max-choices="${many ? 0 : 1}">\n${choices(
      options.map(({ text }) => text),
      xhtml,
    )}\n</qti-choice-interaction>`,
    marking: `${many ? shareOf(mapped(), rights.length) : mapping ? score(mapped()) : allIf(isCorrect)}${
      options.some(({ said }) => said !== '') ? showChosen : ''
    }`,
    said: options.map(({ said }, index) => ({ id: option(index), text: said })),
  };
}

/** Items in order. They are shown in another one, so that the order of the file gives nothing away. */
function ordered(texts: string[], dates: string[], question: ExchangedQuestion, xhtml: Xhtml): Item {
  const ids = texts.map((_, index) => option(index));
  return {
    responses: declared({ cardinality: 'ordered', type: 'identifier' }, ids),
    body: `<qti-order-interaction response-identifier="RESPONSE" shuffle="true">\n${choices(texts, xhtml)}\n</qti-order-interaction>`,
    marking: `${allIf(isCorrect)}${showWhole(question, [], dates.length > 0 ? ids : [])}`,
    said: [...dates.map((text, index) => ({ id: option(index), text })), ...saidOf(question)],
  };
}

function matched(
  { kind, pairs }: Extract<Asked, { pairs: unknown }>,
  question: ExchangedQuestion,
  xhtml: Xhtml,
): Item {
  const items = pairs.filter(({ item }) => item !== '');
  const decoys = pairs.filter(({ item }) => item === '');
  const matches = [...new Set([...items, ...decoys].map(({ match }) => match))];
  const idOf = (match: string) => option(matches.indexOf(match));
  const right = items.map(({ match }, index) => `${row(index)} ${idOf(match)}`);
  const isPut = (pair: string) => `<qti-member>${baseValue('directedPair', pair)}${response()}</qti-member>`;
  const most = kind === 'categorise' ? items.length : 1;
  const set = (texts: string[], id: (index: number) => string, each: number) =>
    `<qti-simple-match-set>\n${texts
      .map(
        (text, index) =>
          `<qti-simple-associable-choice identifier="${id(index)}" match-max="${each}">${xhtml.inline(text)}</qti-simple-associable-choice>`,
      )
      .join('\n')}\n</qti-simple-match-set>`;
  const missed = items.flatMap(({ said, match }, index) => {
    const put = isPut(`${row(index)} ${idOf(match)}`);
    return said === '' ? [] : [showIf(`<qti-not>${put}</qti-not>`, row(index))];
  });
  const fooled = decoys.flatMap(({ said, match }) => {
    const puts = items.map((_, index) => isPut(`${row(index)} ${idOf(match)}`)).join('');
    return said === '' ? [] : [showIf(`<qti-or>${puts}</qti-or>`, idOf(match))];
  });
  return {
    responses: declared({ cardinality: 'multiple', type: 'directedPair' }, right, {
      attributes: `lower-bound="0" upper-bound="${items.length}" default-value="0"`,
      entries: right.map((pair): [string, number] => [pair, 1]),
    }),
    body: `<qti-match-interaction response-identifier="RESPONSE" shuffle="true" max-associations="${items.length}">\n${set(
      items.map(({ item }) => item),
      row,
      1,
    )}\n${set(matches, option, most)}\n</qti-match-interaction>`,
    marking: `${shareOf(mapped(), items.length)}${missed.join('')}${fooled.join('')}${showWhole(question)}`,
    said: [
      ...items.map(({ said }, index) => ({ id: row(index), text: said })),
      ...decoys.map(({ said, match }) => ({ id: idOf(match), text: said })),
      ...saidOf(question),
    ],
  };
}

const field = (number: number | null = null): string =>
  `<qti-text-entry-interaction response-identifier="${responseId(number)}"/>`;

function typed(asked: Extract<Asked, { kind: 'short-text' | 'numeric' }>, question: ExchangedQuestion): Item {
  const wrong = asked.kind === 'numeric' ? asked.foreseen : asked.forms.filter(({ right }) => !right);
  const foreseen = wrong.map(({ text }, index) => ({
    id: foreseenId(index),
    condition:
      asked.kind === 'numeric'
        ? equals(asked.tolerance, baseValue('float', text))
        : `<qti-string-match case-sensitive="false">${response()}${baseValue('string', text)}</qti-string-match>`,
  }));
  const said = [
    ...wrong.map((one, index) => ({ id: foreseenId(index), text: one.said })),
    ...saidOf(question),
  ];
  const body = `<p>${field()}</p>`;
  // What is foreseen without a word said of it is carried all the same, as a condition that shows nothing.
  const shown = showWhole(question, foreseen);
  if (asked.kind === 'numeric')
    return {
      responses: declared({ cardinality: 'single', type: 'float' }, [asked.answer]),
      body,
      marking: `${allIf(equals(asked.tolerance, '<qti-correct identifier="RESPONSE"/>'))}${shown}`,
      said,
    };
  const forms = asked.forms.filter(({ right }) => right).map(({ text }) => text);
  return {
    responses: declared({ cardinality: 'single', type: 'string' }, forms.slice(0, 1), {
      attributes: 'default-value="0"',
      entries: forms.map((form): [string, number] => [form, 1]),
    }),
    body,
    marking: `${score(mapped())}${shown}`,
    said,
  };
}

const equals = (tolerance: string, value: string): string =>
  Number(tolerance) === 0
    ? `<qti-equal tolerance-mode="exact">${response()}${value}</qti-equal>`
    : `<qti-equal tolerance-mode="absolute" tolerance="${escapeXml(tolerance)} ${escapeXml(tolerance)}">${response()}${value}</qti-equal>`;

function gapped(
  { parts, gaps }: Extract<Asked, { gaps: unknown }>,
  question: ExchangedQuestion,
  xhtml: Xhtml,
): Item {
  const place = (gap: ExchangedGap, number: number): string => {
    if ('accepted' in gap) return field(number);
    const list = gap.options.map(
      (text, index) =>
        `<qti-inline-choice identifier="${option(index)}">${escapeXml(text)}</qti-inline-choice>`,
    );
    return `<qti-inline-choice-interaction response-identifier="${responseId(number)}" shuffle="false">${list.join('')}</qti-inline-choice-interaction>`;
  };
  const responses = gaps.map((gap, number) => {
    const forms = 'accepted' in gap ? gap.accepted : [option(gap.options.indexOf(gap.right))];
    return declared(
      { cardinality: 'single', type: 'accepted' in gap ? 'string' : 'identifier', number },
      forms.slice(0, 1),
      { attributes: 'default-value="0"', entries: forms.map((form): [string, number] => [form, 1]) },
    );
  });
  const texts = xhtml.blocks(parts.join(gapSign)).split(gapSign);
  const sum = gaps.map((_, number) => mapped(number)).join('');
  return {
    responses: responses.join('\n'),
    body: texts.map((text, at) => `${text}${gaps[at] ? place(gaps[at], at) : ''}`).join(''),
    marking: `${shareOf(`<qti-sum>${sum}</qti-sum>`, gaps.length)}${showWhole(question)}`,
    said: saidOf(question),
  };
}

function itemOf(question: ExchangedQuestion, xhtml: Xhtml): Item {
  const { asked } = question;
  switch (asked.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return chosen(asked, xhtml);
    case 'ordering':
      return ordered(asked.items, [], question, xhtml);
    case 'timeline':
      return ordered(
        asked.events.map(({ text }) => text),
        asked.events.map(({ date }) => date),
        question,
        xhtml,
      );
    case 'matching':
    case 'categorise':
      return matched(asked, question, xhtml);
    case 'cloze':
      return gapped(asked, question, xhtml);
    default:
      return typed(asked, question);
  }
}

const space = 'http://www.imsglobal.org/xsd/imsqtiasi_v3p0';
const schema = 'https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0p1_v1p0.xsd';

/** A question as one assessment item of QTI 3.0. */
export function writeQtiItem(question: ExchangedQuestion, xhtml: Xhtml): string {
  const { responses, body, marking, said } = itemOf(question, xhtml);
  const shown = said.filter(({ text }) => text !== '');
  const id = escapeXml(question.id);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<qti-assessment-item xmlns="${space}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="${space} ${schema}" identifier="${id}" title="${id}" adaptive="false" time-dependent="false">`,
    responses,
    '<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float"><qti-default-value><qti-value>0</qti-value></qti-default-value></qti-outcome-declaration>',
    ...(marking.includes('FEEDBACK')
      ? ['<qti-outcome-declaration identifier="FEEDBACK" cardinality="multiple" base-type="identifier"/>']
      : []),
    `<qti-item-body>${xhtml.blocks(question.prompt)}\n${body}</qti-item-body>`,
    `<qti-response-processing>${marking}</qti-response-processing>`,
    ...shown.map(
      ({ id: shows, text }) =>
        `<qti-modal-feedback outcome-identifier="FEEDBACK" identifier="${shows}" show-hide="show"><qti-content-body>${xhtml.blocks(text)}</qti-content-body></qti-modal-feedback>`,
    ),
    '</qti-assessment-item>',
    '',
  ].join('\n');
}

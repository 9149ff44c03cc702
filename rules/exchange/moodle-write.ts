import type { Asked, Exchanged, ExchangedQuestion } from './question';
import { escapeXml } from './xml-read';

const text = (words: string): string => `<text>${escapeXml(words)}</text>`;
/** A text of Markdown in an element. */
const formed = (name: string, words: string): string => `<${name} format="markdown">${text(words)}</${name}>`;

const share = (part: number): string => String(Math.round(part * 10_000_000) / 100_000);

const answer = (fraction: string, words: string, said: string, format: string, more = ''): string =>
  `<answer fraction="${fraction}" format="${format}">${text(words)}${formed('feedback', said)}${more}</answer>`;

const option =
  (rights: number) =>
  ({ text: words, right, said }: Exchanged): string =>
    answer(right ? share(1 / rights) : '0', words, said, 'markdown');

const combined = ({ wrong, right }: ExchangedQuestion): string[] => [
  formed('correctfeedback', right),
  formed('incorrectfeedback', wrong),
];

const types: Partial<Record<Asked['kind'], string>> = {
  single: 'multichoice',
  multiple: 'multichoice',
  'short-text': 'shortanswer',
  numeric: 'numerical',
  matching: 'matching',
  categorise: 'matching',
  ordering: 'ordering',
};

/** A star stands for any letters, unless it is escaped. */
const starred = (words: string): string => words.replaceAll('*', '\\*');

function body(question: ExchangedQuestion): string[] {
  const { asked, wrong, right } = question;
  switch (asked.kind) {
    case 'single':
    case 'multiple': {
      const rights = asked.options.filter((one) => one.right).length;
      return [`<single>${asked.kind === 'single'}</single>`, ...asked.options.map(option(rights))];
    }
    case 'short-text':
      return [
        '<usecase>0</usecase>',
        ...asked.forms.map((one) =>
          answer(
            one.right ? '100' : '0',
            starred(one.text),
            one.right ? right : one.said,
            'moodle_auto_format',
          ),
        ),
        ...(wrong === '' ? [] : [answer('0', '*', wrong, 'moodle_auto_format')]),
      ];
    case 'numeric': {
      const within = `<tolerance>${asked.tolerance || '0'}</tolerance>`;
      return [
        answer('100', asked.answer, right, 'moodle_auto_format', within),
        ...asked.foreseen.map((one) => answer('0', one.text, one.said, 'moodle_auto_format', within)),
        ...(wrong === '' ? [] : [answer('0', '*', wrong, 'moodle_auto_format', '<tolerance>0</tolerance>')]),
      ];
    }
    case 'ordering':
      return [
        '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>',
        ...combined(question),
        ...asked.items.map((item, index) => answer(`${index + 1}.0000000`, item, '', 'markdown')),
      ];
    case 'matching':
    case 'categorise':
      return [
        ...combined(question),
        ...asked.pairs.map(
          ({ item, match }) =>
            `<subquestion format="markdown">${text(item)}<answer>${text(match)}</answer></subquestion>`,
        ),
      ];
    default:
      return [];
  }
}

/** Questions as Moodle XML, in the order given. @param list of kinds that it carries */
export function writeMoodle(list: readonly ExchangedQuestion[]): string {
  const questions = list.map((question) => {
    const { id, prompt, tags, asked, hints = [] } = question;
    return [
      `<question type="${types[asked.kind]}">`,
      `<name>${text(id)}</name>`,
      formed('questiontext', prompt),
      `<idnumber>${escapeXml(id)}</idnumber>`,
      ...body(question),
      ...hints.map((hint) => formed('hint', hint)),
      ...(tags.length > 0 ? [`<tags>${tags.map((tag) => `<tag>${text(tag)}</tag>`).join('')}</tags>`] : []),
      '</question>',
    ].join('\n');
  });
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', ...questions, '</quiz>', ''].join('\n');
}

import { hintMarkdown } from '../assessment/hints';
import { asItStands, oneLine, paragraphs } from './markdown-text';
import { type Asked, type Exchanged, type ExchangedGap, type ExchangedQuestion, gapSign } from './question';

/** Marks what a person still has to write; it stops publishing until it is written. */
const write = (what: string) => `[[write: ${what}]]`;

/** What is said of a wrong answer: it begins with the misconception, in bold. */
function ofWrong(said: string): string {
  const text = oneLine(said);
  if (text === '') return `**${write('the misconception behind it')}.** ${write('why it is wrong')}`;
  return text.startsWith('**') ? text : `**${write('the misconception in a few words')}.** ${text}`;
}

const ofRight = (said: string): string => oneLine(said) || write('what to say when it is right');

const whole = ({ wrong, right }: ExchangedQuestion): string => `> ${ofWrong(wrong)}\n>\n> ${ofRight(right)}`;

const option = ({ text, right, said }: Exchanged): string =>
  `- [${right ? 'x' : ' '}] ${oneLine(text)}\n  > ${right ? ofRight(said) : ofWrong(said)}`;

const form = ({ text, right, said }: Exchanged): string => {
  const words = oneLine(asItStands(text));
  return right ? `- [x] ${words}` : `- [ ] ${words}\n  > ${ofWrong(said)}`;
};

const cell = (text: string): string => oneLine(text).replace(/(?<!\\)\|/g, '\\|');

function table({ heads, pairs }: Extract<Asked, { heads: unknown }>): string {
  const third = pairs.some(({ said }) => said !== '');
  const row = (cells: string[]) => `| ${cells.slice(0, third ? 3 : 2).join(' | ')} |`;
  return [
    row([...heads.map(cell), 'If wrong']),
    row(['---', '---', '---']),
    ...pairs.map(({ item, match, said }) =>
      row([cell(item), cell(match), said === '' ? '' : cell(ofWrong(said))]),
    ),
  ].join('\n');
}

/** The reasons of one side, below its word. */
function side(word: 'True' | 'False', { reasons }: Extract<Asked, { reasons: unknown }>): string {
  const list = reasons.filter((one) => one.side === word).map(option);
  return `${word}:\n\n${list.join('\n')}`;
}

/** A form as it stands in a gap, where a bar parts it from the next and an equals sign marks what is right. */
const inGap = (form: string): string =>
  asItStands(
    form
      .replace(/\s+/g, ' ')
      .replaceAll('|', '/')
      .replace(/^[\s=]+/, ''),
  );

const gap = (one: ExchangedGap): string => {
  if ('accepted' in one) return `:gap[${one.accepted.map(inGap).join('|')}]`;
  const others = one.options.filter((option) => option !== one.right);
  return `:gap[=${[one.right, ...others].map(inGap).join('|')}]`;
};

function gapped({ parts: texts, gaps }: Extract<Asked, { gaps: unknown }>): string {
  const between = paragraphs(texts.join(gapSign)).split(gapSign);
  return between.map((text, index) => `${text}${gaps[index] ? gap(gaps[index]) : ''}`).join('');
}

function parts(question: ExchangedQuestion): string[] {
  const { asked } = question;
  switch (asked.kind) {
    case 'single':
    case 'multiple':
      return [asked.options.map(option).join('\n')];
    case 'short-text':
      return [asked.forms.map(form).join('\n'), whole(question)];
    case 'numeric': {
      const list = asked.foreseen.map(({ text, said }) => `- ${text}\n  > ${ofWrong(said)}`).join('\n');
      return [...(list === '' ? [] : [list]), whole(question)];
    }
    case 'ordering':
      return [asked.items.map((item, index) => `${index + 1}. ${oneLine(item)}`).join('\n'), whole(question)];
    case 'timeline':
      return [
        asked.events.map(({ date, text }, at) => `${at + 1}. ${date} — ${oneLine(text)}`).join('\n'),
        whole(question),
      ];
    case 'true-false':
      return [side('True', asked), side('False', asked)];
    case 'cloze':
      return [gapped(asked), whole(question)];
    default:
      return [table(asked), whole(question)];
  }
}

const quoted = (text: string): string => `"${text.replace(/["\n]/g, "'")}"`;

/** A question as the bank has it. What it needs and was not there is marked as still to be written. */
export function writeQuestion(question: ExchangedQuestion): string {
  const { id, prompt, asked, tags, difficulty, hints = [] } = question;
  const numeric = asked.kind === 'numeric' ? asked : null;
  const attributes = [
    ['kind', asked.kind],
    ['answer', numeric?.answer],
    ['tolerance', numeric?.tolerance],
    ['tags', tags.join(', ')],
    ['difficulty', difficulty],
  ].flatMap(([name, value]) => (value ? [`${name}=${quoted(value)}`] : []));
  const hintLines = hints.map((hint) => hintMarkdown(oneLine(hint), '')).join('\n');
  const all = [paragraphs(prompt), ...parts(question), hintLines].filter((part) => part !== '');
  return `:::question{#${id} ${attributes.join(' ')}}\n${all.join('\n\n')}\n:::`;
}

/** How much a question still has to have written. */
export const stillToWrite = (markdown: string): number => markdown.match(/\[\[write:/g)?.length ?? 0;

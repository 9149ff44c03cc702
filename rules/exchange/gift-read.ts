import { tagsIn } from '../assessment/bank';
import type { Asked, Carried, Exchanged } from './question';

/** How a text is written: as Markdown, as html, or as it stands. */
export type TextForm = 'markdown' | 'html' | 'plain';
/** Makes Markdown of a text; what it could not keep goes to the notes. */
export type Rendering = (text: string, form: TextForm, note: (words: string) => void) => string;

/** Control characters that were escaped, while the text is taken apart: signs for private use that nobody sends. */
const escaped = '~=#{}:\\n';
const privateSigns = /[\uE000-\uE00F]/g;
const hide = (text: string): string =>
  text
    .replace(privateSigns, '')
    .replace(/\\([~=#{}:\\n])/g, (_all, sign: string) => String.fromCharCode(0xe000 + escaped.indexOf(sign)));
const show = (text: string): string =>
  text.replace(privateSigns, (sign) => {
    const shown = escaped.charAt(sign.charCodeAt(0) - 0xe000);
    return shown === 'n' ? '\n' : shown;
  });

type Block = { lines: string[]; comments: string[] };

/** Questions stand between lines that are empty; lines that begin with two slashes are comments. */
function blocksIn(text: string): Block[] {
  const blocks: Block[] = [{ lines: [], comments: [] }];
  for (const line of text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)) {
    const last = blocks.at(-1) as Block;
    if (line.trim() === '') {
      if (last.lines.length > 0) blocks.push({ lines: [], comments: [] });
    } else if (/^\s*\/\//.test(line)) last.comments.push(line);
    else last.lines.push(line);
  }
  return blocks.filter(({ lines }) => lines.length > 0);
}

/** A text with the format that is written before it, or the one that holds for the question. */
function formed(raw: string, otherwise: TextForm): { text: string; form: TextForm } {
  const [all = '', name] = /^\s*\[(html|moodle|plain|markdown)\]/.exec(raw) ?? [];
  const text = show(raw.slice(all.length)).trim();
  const form = name === undefined ? otherwise : name === 'moodle' ? 'html' : (name as TextForm);
  return { text, form };
}

/** An answer before it is read: its sign, its share of the marks, its text and what is said to it. */
type Raw = { sign: string; share: number | null; text: string; said: string };

function answersIn(body: string): Raw[] {
  return [...body.matchAll(/([=~])\s*(?:%(-?[\d.]{1,12})%)?([^=~]*)/g)].map((match) => {
    const [, sign, share, after] = match as unknown as [string, string, string | undefined, string];
    const at = after.indexOf('#');
    return {
      sign,
      share: share === undefined ? null : Number(share) || 0,
      text: at < 0 ? after : after.slice(0, at),
      said: at < 0 ? '' : after.slice(at + 1),
    };
  });
}

type Reading = {
  form: TextForm;
  render: Rendering;
  note: (words: string) => void;
};

const rendered = (raw: string, { form, render, note }: Reading): string => {
  const { text, form: own } = formed(raw, form);
  return text === '' ? '' : render(text, own, note);
};

type Read = { asked: Asked; wrong?: string; right?: string } | { why: string };

function readChoice(raws: Raw[], reading: Reading): Read {
  const one = raws.some(({ sign }) => sign === '=');
  const isRight = ({ sign, share }: Raw) => (one ? sign === '=' : (share ?? 0) > 0);
  const options = raws.map((raw) => ({
    text: rendered(raw.text, reading),
    right: isRight(raw),
    said: rendered(raw.said, reading),
  }));
  const rights = options.filter(({ right }) => right).length;
  if (rights === 0) return { why: 'None of its options is right.' };
  if (rights === options.length) return { why: 'All of its options are right.' };
  const shares = raws.filter(isRight).map(({ share }) => share ?? 100);
  const partly = one && raws.some((raw) => !isRight(raw) && (raw.share ?? 0) !== 0);
  if (partly || (!one && new Set(shares).size > 1))
    reading.note('Not carried: what single options are worth. It is marked by the rule of its kind.');
  return { asked: { kind: one && rights === 1 ? 'single' : 'multiple', options } };
}

function readShort(raws: Raw[], reading: Reading): Read {
  const forms: Exchanged[] = [];
  let wrong = '';
  const right: string[] = [];
  for (const raw of raws) {
    const typed = formed(raw.text, 'plain').text.replace(/\s+/g, ' ');
    // A star that is escaped is one; any other stands for any letters.
    const isPattern = /(?<!\\)\*/.test(typed);
    const text = isPattern ? typed : typed.replaceAll('\\*', '*');
    const said = rendered(raw.said, reading);
    const share = raw.share ?? 100;
    if (text === '*' && share <= 0) wrong = said;
    else if (isPattern)
      return { why: `It takes “${text}”, with a star for any letters: there are no patterns here.` };
    else if (text !== '') {
      if (share > 0 && share < 100) reading.note(`“${text}” was worth ${share} % and is right here.`);
      forms.push({ text, right: share > 0, said: share > 0 ? '' : said });
      if (share > 0 && said !== '') right.push(said);
    }
  }
  if (!forms.some((form) => form.right)) return { why: 'No answer to it is right.' };
  if (new Set(right).size > 1)
    reading.note('Not carried: what is said to single right answers, but for the first.');
  return { asked: { kind: 'short-text', forms }, wrong, right: right[0] ?? '' };
}

function readMatching(raws: Raw[], reading: Reading): Read {
  const pairs = raws.map(({ text }) => {
    const at = text.indexOf('->');
    return {
      item: rendered(text.slice(0, at), reading),
      match: rendered(text.slice(at + 2), reading),
      said: '',
    };
  });
  if (pairs.some(({ match }) => match === ''))
    return { why: 'An item of it has nothing that belongs to it.' };
  const matches = pairs.filter(({ item }) => item !== '').map(({ match }) => match);
  if (matches.length < 2) return { why: 'It has fewer than two items to match.' };
  const kind = new Set(matches).size < matches.length ? 'categorise' : 'matching';
  if (kind === 'categorise' && matches.length < pairs.length)
    reading.note('Not carried: matches that belong to no item, because others belong to several.');
  return {
    asked: {
      kind,
      heads: ['Item', kind === 'matching' ? 'Match' : 'Category'],
      pairs: kind === 'matching' ? pairs : pairs.filter(({ item }) => item !== ''),
    },
  };
}

const numberForm = /^-?\d+(\.\d+)?$/;

/** A number with its tolerance, written as both or as a range; null for what is neither. */
function rangeOf(raw: string): { answer: string; tolerance: string } | null {
  // The colon that parts them is not escaped.
  const [from, to] = raw.split('..').map((part) => part.trim()) as [string, string | undefined];
  if (to !== undefined) {
    if (!numberForm.test(from) || !numberForm.test(to)) return null;
    const digits = 1 + Math.max(0, ...[from, to].map((part) => (part.split('.')[1] ?? '').length));
    const tidy = (value: number) => String(Number(value.toFixed(Math.min(20, digits))));
    return {
      answer: tidy((Number(from) + Number(to)) / 2),
      tolerance: tidy(Math.abs(Number(to) - Number(from)) / 2),
    };
  }
  const [answer, tolerance = '0', ...more] = from.split(':').map((part) => part.trim()) as [
    string,
    ...string[],
  ];
  const good = more.length === 0 && numberForm.test(answer) && /^\d+(\.\d+)?$/.test(tolerance);
  return good ? { answer, tolerance } : null;
}

function readNumber(body: string, reading: Reading): Read {
  const raws = answersIn(/^\s*[=~]/.test(body) ? body : `=${body}`);
  const foreseen: Exchanged[] = [];
  let found: { answer: string; tolerance: string; right: string } | null = null;
  let wrong = '';
  for (const raw of raws) {
    const said = rendered(raw.said, reading);
    if (raw.text.trim() === '' || raw.sign === '~') {
      wrong = said;
      continue;
    }
    const range = rangeOf(raw.text);
    if (!range) return { why: `“${show(raw.text).trim()}” is no number with a tolerance.` };
    if ((raw.share ?? 100) <= 0) foreseen.push({ text: range.answer, right: false, said });
    else if (found)
      reading.note(`Not carried: ${range.answer}, worth ${raw.share ?? 100} % as another right answer.`);
    else found = { ...range, right: said };
  }
  if (!found) return { why: 'No answer to it is right.' };
  const { answer, tolerance, right } = found;
  return {
    asked: { kind: 'numeric', answer, tolerance: Number(tolerance) === 0 ? '' : tolerance, foreseen },
    wrong,
    right,
  };
}

/** True or false without a reason is a question with these two options. */
function readTruth(is: boolean, [whenWrong = '', whenRight = '']: string[], reading: Reading): Read {
  reading.note('True or false without reasons: it comes in with the two as options.');
  const said = (right: boolean) => rendered(right ? whenRight : whenWrong, reading);
  return {
    asked: {
      kind: 'single',
      options: [
        { text: 'True', right: is, said: said(is) },
        { text: 'False', right: !is, said: said(!is) },
      ],
    },
  };
}

function readAnswers(body: string, reading: Reading): Read {
  const [answers, general] = body.split('####') as [string, string | undefined];
  if (general?.trim()) reading.note('Not carried: what is said whatever was answered.');
  const trimmed = answers.trim();
  if (trimmed === '')
    return {
      why: 'It asks for an essay: write it anew as a written answer, with the rubric that it is marked by.',
    };
  const [, truth, comments = ''] = /^(T|F|TRUE|FALSE)\s*(#[\s\S]*)?$/i.exec(trimmed) ?? [];
  if (truth) return readTruth(/^t/i.test(truth), comments.split('#').slice(1), reading);
  if (trimmed.startsWith('#')) return readNumber(trimmed.slice(1), reading);
  const raws = answersIn(trimmed);
  if (raws.length === 0) return { why: 'Its answers cannot be read.' };
  if (raws.every(({ sign, text }) => sign === '=' && text.includes('->'))) return readMatching(raws, reading);
  return raws.some(({ sign }) => sign === '~') ? readChoice(raws, reading) : readShort(raws, reading);
}

function readBlock({ lines, comments }: Block, number: number, render: Rendering): Carried {
  const text = hide(lines.join('\n').trim());
  const [named = '', name = ''] = /^::([\s\S]*?)::/.exec(text) ?? [];
  const rest = text.slice(named.length);
  const marks = comments.join(' ');
  const id = (/\[id:([^\]]*)\]/.exec(marks)?.[1] ?? show(name)).trim();
  const [open, close] = [rest.indexOf('{'), rest.lastIndexOf('}')];
  const title = show(name).trim() || show(rest).slice(0, 80).trim() || `Question ${number}`;
  if (open < 0 || close < open)
    return { question: null, title, why: 'It asks nothing: there are no answers in braces.' };
  const notes: string[] = [];
  const note = (words: string) => {
    if (!notes.includes(words)) notes.push(words);
  };
  const tail = rest.slice(close + 1).trim();
  const { form } = formed(rest.slice(0, open), 'html');
  const reading = { form, render, note };
  const prompt = rendered(`${rest.slice(0, open).trimEnd()}${tail === '' ? '' : ` _____ ${tail}`}`, reading);
  const read = readAnswers(rest.slice(open + 1, close), reading);
  if ('why' in read) return { question: null, title, why: read.why };
  if (prompt === '') return { question: null, title, why: 'It has no text before its answers.' };
  const { asked, wrong = '', right = '' } = read;
  const tags = tagsIn([...marks.matchAll(/\[tag:([^\]]*)\]/g)].map(([, tag]) => tag).join(','));
  return { question: { id, prompt, asked, wrong, right, tags, difficulty: '' }, title, notes };
}

/** Where the questions after it belong in another system. */
const isCategory = (line: string): boolean => /^\s*\$CATEGORY:/i.test(line);

/** Reads GIFT: each question with what was lost, or why it cannot come in. Whatever arrives, it never throws. */
export function readGift(text: string, render: Rendering): Carried[] {
  return blocksIn(text)
    .map(({ lines, comments }) => ({ lines: lines.filter((line) => !isCategory(line)), comments }))
    .filter(({ lines }) => lines.length > 0)
    .map((block, index) => readBlock(block, index + 1, render));
}

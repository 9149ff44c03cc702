import type { Asked, Exchanged, ExchangedQuestion } from './question';

/** A text with its control characters escaped, on one line. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(/[\\~=#{}:]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** A text of an answer: what looks like a weight or a format of its own is told apart by the format before it. */
const answer = (text: string): string => (/^\s*[%[]/.test(text) ? `[markdown]${plain(text)}` : plain(text));

const behind = (said: string): string => (said.trim() === '' ? '' : `#${answer(said)}`);

/** Whole numbers of hundredths of a percent that come to 100 in all, as Moodle asks for. */
const weight = (count: number): string => String(Math.round(10_000_000 / count) / 100_000);

function answers(asked: Asked, { wrong, right }: ExchangedQuestion): string[] {
  switch (asked.kind) {
    case 'single':
      return asked.options.map(
        ({ text, right: is, said }) => `${is ? '=' : '~'}${answer(text)}${behind(said)}`,
      );
    case 'multiple': {
      const all = asked.options.filter(({ right: is }) => is).length;
      return asked.options.map(
        ({ text, right: is, said }) => `~%${is ? weight(all) : -100}%${answer(text)}${behind(said)}`,
      );
    }
    case 'short-text':
      return [
        ...asked.forms.map(({ text, right: is, said }) =>
          is ? `=${answer(starred(text))}${behind(right)}` : `=%0%${answer(starred(text))}${behind(said)}`,
        ),
        ...(wrong === '' ? [] : [`=%0%*${behind(wrong)}`]),
      ];
    case 'numeric': {
      const number = ({ text, said }: Pick<Exchanged, 'text' | 'said'>, share: string) =>
        `=${share}${plain(text)}:${asked.tolerance || '0'}${behind(said)}`;
      return [
        number({ text: asked.answer, said: right }, ''),
        ...asked.foreseen.map((one) => number(one, '%0%')),
        ...(wrong === '' ? [] : [`~${behind(wrong)}`]),
      ];
    }
    case 'matching':
    case 'categorise':
      return asked.pairs.map(
        ({ item, match }) => `=${arrowless(answer(item))} -> ${arrowless(answer(match))}`,
      );
    default:
      return [];
  }
}

/** A star is one for any letters, unless it is escaped. */
const starred = (text: string): string => text.replaceAll('*', '\\*');

/** An arrow of two signs parts an item from its match; there is no way to write one otherwise. */
const arrowless = (text: string): string => text.replaceAll('->', '→');

/** Questions as GIFT, in the order given. @param list of kinds that GIFT carries */
export function writeGift(list: readonly ExchangedQuestion[]): string {
  return list
    .map((question) => {
      const { id, prompt, tags, asked } = question;
      const marks = tags.map((tag) => ` [tag:${tag.replace(/[[\]]/g, '')}]`).join('');
      const start = asked.kind === 'numeric' ? '{#' : '{';
      const lines = answers(asked, question).map((line) => `\t${line}`);
      return [
        `// [id:${id}]${marks}`,
        `::${plain(id)}::[markdown]${plain(prompt)}${start}`,
        ...lines,
        '}',
      ].join('\n');
    })
    .join('\n\n')
    .concat('\n');
}

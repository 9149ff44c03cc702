import type { ContentRule } from './course';
import { plainText } from './plain-text';

/** One word for one thing: what courses of this site say, and what they do not. */
const spellings: { say: string; not: RegExp }[] = [
  { say: 'blockchain', not: /\bblock[ -]chain/i },
  { say: 'hash chain', not: /\bhash-?chains?\b(?!-)/i },
  { say: 'Merkle', not: /\bmerkle\b/ },
  { say: 'SHA-256', not: /\bSHA ?256\b/i },
  { say: 'time stamp', not: /\btimestamps?\b/i },
  { say: 'smart contract', not: /\bsmart-contract/i },
  { say: 'on-chain', not: /\bonchain\b/i },
  { say: 'e-CNY', not: /\beCNY\b|\be-yuan\b/i },
  { say: 'Politburo', not: /\bpolit-?bureau\b/i },
  { say: 'Xi Jinping', not: /\bXi Jin[ -]ping\b|\bJinping Xi\b/i },
  {
    say: '-ise, as in recognise',
    not: /\b(recogni|standardi|summari|reali|emphasi|digiti|authori)z(e|es|ed|ing|ation)\b/,
  },
  { say: 'centre, behaviour, colour, favour', not: /\b(center|behavior|color|favor)s?\b/ },
];

/** What is quoted or is code keeps the spelling of whoever wrote it. Blanks keep the lines. */
const ours = (raw: string): string =>
  plainText(raw.replace(/`[^`]*`|"[^"]*"|“[^”]*”/g, (theirs) => theirs.replace(/[^\n]/g, ' ')));

/** Terms are written one way, in lessons and in the bank. What a table compares may be words of others. */
export const sayOneWord: ContentRule = ({ lessons, bank }) =>
  [...lessons, ...bank].flatMap(({ file, paragraphs }) =>
    paragraphs.flatMap(({ line, raw, form }) =>
      spellings.flatMap(({ say, not }) => {
        const text = form === 'cell' ? '' : ours(raw);
        const found = not.exec(text);
        if (!found) return [];
        const below = text.slice(0, found.index).split('\n').length - 1;
        return [{ file, line: line + below, message: `write ${say}, and not “${found[0]}”` }];
      }),
    ),
  );

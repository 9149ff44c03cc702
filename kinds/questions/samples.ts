import type { Answer } from '@/rules/learning/evidence';
import { categoriseSample } from './categorise/sample';
import { matchingSample } from './matching/sample';
import { timelineSample } from './timeline/sample';
import { trueFalseSample } from './true-false/sample';
import { writtenSample } from './written/sample';

/** A question whose options are a task list; `right` holds the ids of the right ones among a to d. */
export const choice = (kind: string, right: string) =>
  `:::question{#q kind="${kind}"}\nWhich?\n\n${['a', 'b', 'c', 'd']
    .map((id) =>
      right.includes(id)
        ? `- [x] Option ${id}\n  > CANARY_${id} is right.`
        : `- [ ] Option ${id}\n  > **CANARY_${id}.** Why not.`,
    )
    .join('\n')}\n:::`;

export const order = (items: string[]) =>
  `:::question{#q kind="ordering"}\nIn order?\n\n${items
    .map((item, index) => `${index + 1}. ${item}`)
    .join('\n')}\n\n> **CANARY_wrong.** Not so.\n>\n> CANARY_right.\n:::`;

export const number = `:::question{#q kind="numeric" answer="29.3" tolerance="0.1" units="kB, B=0.001, MB=1000"}
How much?

- 2930
  > **CANARY_hundredfold.** Not so.
- 2500 B
  > **CANARY_less.** Not so.

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`;

export const text = `:::question{#q kind="short-text" spelling="near" lang="en"}
Which function?

- [x] hash function
- [x] 哈希函数
- [ ] encryption
  > **CANARY_encryption.** Not so.

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`;

export const gaps = `:::question{#q kind="cloze"}
Which words are missing?

A :gap[hash function|hash] makes a *digest*; the standard is :gap[SM2|=SM3|SM4], and each block

holds that of the last: a :gap[chain|链].

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`;

/**
 * A question of each kind without mistakes, and some answers to it that are wrong. What it says only after an
 * answer has CANARY in it: of what is right CANARY_right, where it is said of the whole.
 */
export const samples: Record<string, { markdown: string; wrong: Answer[] }> = {
  single: { markdown: choice('single', 'c'), wrong: [['a'], ['b'], ['d']] },
  multiple: { markdown: choice('multiple', 'bd'), wrong: [['b'], ['a', 'b', 'd'], ['a', 'c']] },
  timeline: {
    markdown: timelineSample,
    wrong: [
      ['a', 'b', 'c'],
      ['c', 'b', 'a'],
    ],
  },
  matching: {
    markdown: matchingSample,
    wrong: [
      ['a', 'b', 'c'],
      ['a', '', ''],
      ['d', 'd', 'd'],
    ],
  },
  categorise: {
    markdown: categoriseSample,
    wrong: [
      ['b', 'b', 'b', 'b'],
      ['', 'a', '', ''],
    ],
  },
  hotspot: {
    markdown: choice('hotspot', 'c')
      .replace('#q', '#q src="assets/still.png" alt="A block"')
      .replace(/Option ([a-d])/g, (option, id: string) => `(10 ${'abcd'.indexOf(id) * 20} 40 15) ${option}`),
    wrong: [['a'], ['d']],
  },
  annotation: {
    markdown: `:::question{#q kind="annotation" speaker="Nobody"}
Who says what?

> The official stressed trust. A better word is control, the writer adds.

| Words | Speaker | Mode |
| --- | --- | --- |
| The official stressed trust. | Official | Paraphrase |
| A better word is control, | Writer | Gloss |

> **CANARY_wrong.** Not so.
>
> CANARY_right.
:::`,
    wrong: [
      ['0', '3', 'v1', 'v1'],
      ['0', '11', 'v2', 'v0'],
      ['0', '3', 'v0', 'v0', '', '', '', ''],
    ],
  },
  ordering: {
    markdown: order(['Speech', 'Report', 'Translation', 'Article']),
    wrong: [
      ['a', 'b', 'c', 'd'],
      ['d', 'c', 'b', 'a'],
    ],
  },
  'short-text': {
    markdown: text,
    wrong: [['encryption'], ['An Encryptoin!'], ['hash'], ['雜湊函數']],
  },
  cloze: {
    markdown: gaps,
    wrong: [
      ['digest', 'SM3', '链'],
      ['hash function', 'SM2', ''],
      ['', '', 'block'],
    ],
  },
  numeric: {
    markdown: number,
    wrong: [
      ['2930', 'kB'],
      ['29.3', 'MB'],
      ['2.5', 'kB'],
      ['1,234', 'B'],
    ],
  },
  'true-false': { markdown: trueFalseSample, wrong: [['t1'], ['f1']] },
  // Nobody but a person tells right from wrong.
  written: { markdown: writtenSample, wrong: [] },
};

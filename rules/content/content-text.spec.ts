import { expect, test } from 'vitest';
import { readContentText } from './content-text';

const source = `---
id: one
verified: "2026-11-01"
---
Two lines
of **prose**.

## A heading {#here}

- an item
- [x] an option
  > **Wrong.** Feedback
  > goes on

| head | \`cell\` |
| ---- | ------ |

::passage{#p ref="D1"}

:::callout{#c kind="limit" title="It has {braces}"}
Inside.
:::

\`\`\`text
no paragraph
\`\`\`

$$
~~~
$$

Last.`;

test('a text is paragraphs, items, cells and headings, each with its line and the block it stands in', () => {
  const { paragraphs } = readContentText('a.md', source);
  expect(paragraphs.map(({ line, form, text, within }) => [line, form, text, within?.id])).toEqual([
    [5, 'prose', 'Two lines\nof prose.', undefined],
    [8, 'heading', 'A heading', undefined],
    [10, 'item', 'an item', undefined],
    [11, 'item', 'an option', undefined],
    [12, 'prose', 'Wrong. Feedback\ngoes on', undefined],
    [15, 'cell', 'head', undefined],
    [15, 'cell', 'cell', undefined],
    [21, 'prose', 'Inside.', 'c'],
    [32, 'prose', 'Last.', undefined],
  ]);
});

test('a block has its kind, id, attributes and line', () => {
  expect(readContentText('a.md', source).blocks).toEqual([
    { kind: 'passage', id: 'p', attributes: { ref: 'D1' }, line: 18 },
    { kind: 'callout', id: 'c', attributes: { kind: 'limit', title: 'It has {braces}' }, line: 20 },
  ]);
});

test('a field of the front matter has its line, and one that is left out stands for the file', () => {
  const { lineOf } = readContentText('a.md', source);
  expect([lineOf('verified'), lineOf('objectives')]).toEqual([3, 1]);
});

test('a text without front matter is text from its first line on, and a block without an id has none', () => {
  const { paragraphs, blocks, lineOf } = readContentText('a.md', 'Words.\n\n::figure{name="x"}');
  expect([paragraphs[0]?.line, blocks[0]?.id, lineOf('id')]).toEqual([1, '', 1]);
});

import { logFile } from '@/test/claims';
import { writtenCourse } from '@/test/editions';
import { bankFile, quizFile } from '@/test/quizzes';
import { workFile } from '@/test/work';

// The texts of two courses in which everything that somebody must not see carries a string of its own.

const head = (id: string, title: string) => `---
id: ${id}
title: ${title}
summary: About it.
objectives: [Explain it.]
verified: "2026-01-01"
`;

const check = `${head('before', 'The lesson')}---

## A part {#a}

Words.

:::question{#q-check kind="single" objective="1"}
What is right?

- [ ] Not this
  > **CANARY_CHECK_WRONG.** Not so.
- [x] This
  > CANARY_CHECK_RIGHT.

::hint[CANARY_HINT_CHECK]
:::
`;

const exam = `${head('exam', 'The exam')}quiz:
  mode: graded
  attempts: 2
  release: by-hand
  draw: [{ from: hashes, count: 1 }]
---

What the exam is about.

:::question{#q-text kind="short-text" objective="1"}
CANARY_ASKED of the exam?

- [x] CANARY_KEY

> **CANARY_SAID when wrong.** Not so.
>
> CANARY_SAID when right.

::hint[CANARY_HINT_EXAM]{cost="10"}
:::

:::question{#q-written kind="written" objective="1" least="3" most="20"}
What does it show?

| What | Points | What it is like |
| --- | --- | --- |
| The claim | 0 | None. |
| | 2 | CANARY_LEVEL With its reason. |

> CANARY_MODEL. It shows that bytes are the same.
:::
`;

const lab = `${head('lab', 'The lab')}---

:::lab{#task name="fingerprint"}
:::
`;

const held = `${head('later', 'The later lesson')}---

## A part {#a}

CANARY_HELD words.
`;

const work = (id: string, rules: string[]) =>
  workFile(['release: by-hand', ...rules]).replace('id: essay', `id: ${id}`);

/** Questions of the set that the exam draws one of. */
export const drawn = ['q-1', 'q-2', 'q-3', 'q-4', 'q-5'];

const set = (ids: string[], asked: string) =>
  bankFile(ids.map((id) => ({ id })))
    .replaceAll('CANARY_ASKED in', asked)
    .replaceAll('CANARY_', 'OF_SET_');

/** The course that everybody is asked about. */
export function plantedCourse(slug: string): Map<string, string> {
  const texts = writtenCourse(slug, {});
  texts.set('modules/1-first/1-before.md', check);
  texts.set('modules/1-first/2-exam.md', exam);
  texts.set('modules/1-first/3-essay.md', work('essay', ['files: { most: 2, size: 1, kinds: [txt] }']));
  texts.set('modules/1-first/4-paper.md', work('paper', ['moderation: { share: 100, apart: 30 }']));
  texts.set('modules/1-first/5-log.md', logFile([], '[before]').replace('id: essay', 'id: log'));
  texts.set('modules/1-first/6-shared.md', work('shared', ['peers: { reviews: 1, least: 1 }']));
  texts.set('modules/1-first/7-lab.md', lab);
  texts.set(
    'modules/2-second/module.yaml',
    'id: second\ntitle: The second module\nsummary: It is for later.\nopens: "2099-01-01"\n',
  );
  texts.set('modules/2-second/1-later.md', held);
  texts.set('bank/hashes.md', set(drawn, 'DRAWN_FROM'));
  texts.set('bank/unused.md', set(['q-9'], 'NEVER_ASKED'));
  return texts;
}

/** Its draft once it was written on and not published. */
export const writtenOn = (texts: Map<string, string>): Map<string, string> =>
  new Map(texts).set('modules/1-first/1-before.md', check.replace('Words.', 'CANARY_UNPUBLISHED.'));

/** Another course, with a quiz of the same address and a bank of its own. */
export function otherCourse(slug: string): Map<string, string> {
  const texts = writtenCourse(slug, { before: ['a'] });
  texts.set(
    'modules/1-first/2-exam.md',
    quizFile(['mode: graded'], ['single']).replaceAll('CANARY_', 'FOREIGN_'),
  );
  texts.set('bank/other.md', bankFile([{ id: 'q-7' }]).replaceAll('CANARY_ASKED in', 'FOREIGN_BANK'));
  return texts;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { CourseFiles } from '@/rules/authoring/course-files';

/** A small course without mistakes: one module, one lesson, one question. */
export const courseFiles = {
  'course.yaml': `slug: small-course
title: A small course
summary: It is small.
language: en
level: Any
zone: UTC
verified: 2026-01-01
outcomes: [Explain it]
audience: [Anyone]
authors:
  - name: The team
    about: Writes.
builtOn:
  title: An article
  publisher: A publisher
  date: "2019-10"
  note: A note.
`,
  'passages.yaml': `- id: D1
  title: The first
  paraphrase: In our words.
  speaker: Somebody
  mode: paraphrase
  source: src-1
- id: D2
  title: The second
  paraphrase: In our words.
  speaker: Somebody
  mode: quote
  source: src-1
`,
  'sources/all.yaml': `- id: src-1
  title: A report
  publisher: A paper
  date: "2019-10-25"
  url: https://paper.example/report
  kind: news
  primary: true
  usedFor: The words.
`,
  'glossary/all.yaml': `- id: digest
  term: digest
  definition: What a hash function gives.
- id: hash-function
  term: hash function
  definition: What gives a digest.
  see: [digest]
`,
  'modules/1-first/module.yaml': `id: first
title: The first module
summary: It is the only one.
`,
  'modules/1-first/1-one.md': `---
id: one
title: Lesson one
summary: About one.
minutes: 10
directives: [D1]
objectives:
  - Explain it.
verified: "2026-01-01"
---

The opening, with a source. :cite[src-1]

## A part {#a-part}

A :term[digest] and :term[hash functions]{ref=hash-function}.

::passage{#p-1 ref="D1"}

:::question{#q-1 kind="single" objective="1"}
Which one?

- [ ] Not this
  > **A misconception.** Why.
- [x] This
  > Right.
:::
`,
};
export type CourseFile = keyof typeof courseFiles;

/** The course, with some files changed, added or (null) left out. */
export function courseOf(changes: Record<string, string | null> = {}): CourseFiles {
  const texts = Object.entries({ ...courseFiles, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return { texts: new Map(texts), assets: new Map() };
}

const folders: string[] = [];

/** Writes a course to a temporary folder, with some files changed, added or (null) left out. */
export function courseFolder(changes: Record<string, string | null> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'course-'));
  folders.push(folder);
  for (const [file, text] of courseOf(changes).texts) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Removes every folder that was made; for `afterAll`. */
export function removeCourseFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

import { randomUUID } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { attemptAnswers, attempts, evidence } from '@/db/schema';
import { getAttempt } from '@/features/learning/quizzes/get-attempt';
import { saveAnswer } from '@/features/learning/quizzes/save-answer';
import { startAttempt } from '@/features/learning/quizzes/start-attempt';
import { submitAttempt } from '@/features/learning/quizzes/submit-attempt';
import { takeAttemptHint } from '@/features/learning/quizzes/take-attempt-hint';
import type { Actor } from '@/rules/access';
import type { LearnerMoves } from '@/rules/editions/moves';
import type { Answer } from '@/rules/learning/evidence';
import { perform } from '@/server/operation';
import { makeStudio, progressOf, writtenCourse } from './editions';

const options = (id: string, right: string, area = (_index: number) => '') =>
  ['a', 'b', 'c', 'd']
    .map((option, index) =>
      right.includes(option)
        ? `- [x] ${area(index)}CANARY_ASKED ${id} ${option}\n  > CANARY_SAID of ${id} ${option}.`
        : `- [ ] ${area(index)}CANARY_ASKED ${id} ${option}\n  > **CANARY_SAID.** Of ${id} ${option}.`,
    )
    .join('\n');
const said = '> **CANARY_SAID when wrong.** Not so.\n>\n> CANARY_SAID when right.';

/** The part of a question after its prompt, by kind. */
const parts = {
  single: (id: string) => options(id, 'b'),
  multiple: (id: string) => options(id, 'bd'),
  hotspot: (id: string) => options(id, 'c', (index) => `(10 ${index * 20} 40 15) `),
  ordering: () => `1. CANARY_ASKED Speech\n2. CANARY_ASKED Report\n3. CANARY_ASKED Article\n\n${said}`,
  annotation: () => `> The official stressed CANARY_ASKED trust. The writer adds doubt.

| Words | Speaker | Mode |
| --- | --- | --- |
| The official stressed CANARY_ASKED trust. | Official | Paraphrase |
| The writer adds doubt. | Writer | Gloss |

${said}`,
  written: () => `| What | Points | What it is like |
| --- | --- | --- |
| The claim | 0 | CANARY_SAID None. |
| | 2 | CANARY_SAID Without a reason. |
| | 4 | CANARY_SAID With its reason. |
| The example | 0 | None. |
| | 3 | One. |

> CANARY_SAID. It shows that bytes are the same.`,
};
export type AskedKind = keyof typeof parts;
/** All that are marked by their keys. */
export const kindsAsked = (Object.keys(parts) as AskedKind[]).filter((kind) => kind !== 'written');

const question = (kind: AskedKind, id: string) =>
  `:::question{#${id} kind="${kind}" objective="1"${kind === 'hotspot' ? ' figure="hash-chain"' : ''}${kind === 'annotation' ? ' speaker="Nobody"' : ''}${kind === 'written' ? ' least="3" most="20"' : ''}}
CANARY_ASKED in ${id}?

${parts[kind](id)}
:::`;

/**
 * The file of a lesson `exam` that is a quiz by these rules (lines of YAML), with a question `q-<kind>` of each
 * kind. What a question asks has CANARY_ASKED in it, and what is said of an answer CANARY_SAID.
 */
export const quizFile = (rules: string[], kinds: readonly AskedKind[] = kindsAsked, head = '') => `---
id: exam
title: The exam
summary: About the exam.
objectives: [Explain it.]
verified: "2026-01-01"
${head}quiz:
${rules.map((rule) => `  ${rule}`).join('\n')}
---

What the exam is about.

${kinds.map((kind) => question(kind, `q-${kind}`)).join('\n\n')}
`;

/** The same file with another key to `q-single`: c is right instead of b. */
export const keyMended = (file: string): string =>
  file
    .replace(
      '- [x] CANARY_ASKED q-single b\n  > CANARY_SAID of',
      '- [ ] CANARY_ASKED q-single b\n  > **CANARY_SAID.** Of',
    )
    .replace(
      '- [ ] CANARY_ASKED q-single c\n  > **CANARY_SAID.** Of',
      '- [x] CANARY_ASKED q-single c\n  > CANARY_SAID of',
    );

/** The same file with two hints to `q-single`, of 10 % and 20 %, which have CANARY_HINT in them. */
export const hinted = (file: string): string =>
  file.replace(
    'CANARY_ASKED in q-single?\n',
    'CANARY_ASKED in q-single?\n\n::hint[CANARY_HINT *one*.]{cost="10"}\n::hint[CANARY_HINT two.]{cost="20"}\n',
  );

/** A set of the bank with questions of one right option, b, each with these attributes more. */
export const bankFile = (
  questions: { id: string; head?: string }[],
  fields = ['objectives: [Explain it.]'],
) => `---
title: Hash functions
${fields.join('\n')}
---

${questions.map(({ id, head = '' }) => `:::question{#${id} kind="single" ${head}}\nCANARY_ASKED in ${id}?\n\n${parts.single(id)}\n:::`).join('\n\n')}
`;

/** A published course with a lesson `before` (one part, `a`) and a quiz `exam`, and what is done there. */
export async function makeQuiz(
  db: Database,
  rules: string[],
  kinds: readonly AskedKind[] = kindsAsked,
  others: Record<string, string> = {},
) {
  const studio = await makeStudio(db, {});
  const at = { course: studio.slug, lesson: 'exam' };
  /** Publishes the course with another text of the quiz, or with none, and moves everybody there if asked to. */
  const rewrite = async (exam: string | null, moves: LearnerMoves = 'none') => {
    const texts = writtenCourse(studio.slug, { before: ['a'] });
    if (exam) texts.set('modules/1-first/2-exam.md', exam);
    for (const [path, text] of Object.entries(others)) texts.set(path, text);
    await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, randomUUID());
    await studio.publish(moves);
  };
  await rewrite(quizFile(rules, kinds));
  return {
    ...studio,
    at,
    rewrite,
    /** The answers that earn everything, by question. */
    right: async (): Promise<Record<string, Answer>> => {
      const keys = (await lessonAnswerKeys(db, await studio.current(), 'exam')) ?? {};
      return Object.fromEntries(Object.entries(keys).map(([id, { correct }]) => [id, correct]));
    },
    taker: async () => {
      const { actor, enrollmentId, view } = await studio.learner();
      return { actor, enrollmentId, view, ...doing(db, at, actor, enrollmentId) };
    },
  };
}

/** What somebody does at a quiz, and what is kept of it. */
export function doing(
  db: Database,
  at: { course: string; lesson: string },
  actor: Actor,
  enrollmentId: string,
) {
  const mine = and(eq(attempts.enrollmentId, enrollmentId), eq(attempts.lessonId, at.lesson));
  const save = (block: string, answer: Answer, revision = 1, attempt = 1, handle = db) =>
    perform(saveAnswer, { ...at, attempt, block, answer, revision }, { db: handle, actor });
  const hint = (number: number, block = 'q-single', attempt = 1, handle = db) =>
    perform(takeAttemptHint, { ...at, attempt, block, hint: number }, { db: handle, actor });
  const submit = (attempt = 1, handle = db) =>
    perform(submitAttempt, { ...at, attempt }, { db: handle, actor });
  const start = (handle = db) => perform(startAttempt, at, { db: handle, actor });
  return {
    start,
    save,
    hint,
    submit,
    get: (attempt = 1) => perform(getAttempt, { ...at, attempt }, { db, actor }),
    /** Starts an attempt, gives these answers and hands it in. */
    take: async (answers: Record<string, Answer>) => {
      const { attempt } = await start();
      for (const [block, answer] of Object.entries(answers)) await save(block, answer, 1, attempt);
      await submit(attempt);
      return attempt;
    },
    /** The attempts as they are stored, the first first. */
    rows: () => db.select().from(attempts).where(mine).orderBy(attempts.number),
    kept: async () => {
      const rows = await db
        .select({
          block: attemptAnswers.blockId,
          answer: attemptAnswers.answer,
          revision: attemptAnswers.revision,
          earned: attemptAnswers.earned,
        })
        .from(attemptAnswers)
        .innerJoin(attempts, eq(attempts.id, attemptAnswers.attemptId))
        .where(mine)
        .orderBy(attempts.number, attemptAnswers.blockId);
      return rows;
    },
    /** Lets the time of the attempt under way be over since a moment ago. */
    runOut: () =>
      db
        .update(attempts)
        .set({ dueAt: sql`now() - interval '1 second'` })
        .where(and(mine, sql`submitted_at is null`)),
    ledger: () =>
      db
        .select({ block: evidence.blockId, kind: evidence.kind, correct: evidence.correct })
        .from(evidence)
        .where(and(eq(evidence.enrollmentId, enrollmentId), eq(evidence.lessonId, at.lesson)))
        .orderBy(evidence.id),
    done: async () => (await progressOf(db, enrollmentId))[at.lesson] ?? null,
  };
}

import { randomUUID } from 'node:crypto';
import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { replaceDraftFiles } from '@/db/queries/drafts';
import { reviewCards, reviewLog } from '@/db/schema';
import { answerCard } from '@/features/learning/review/answer-card';
import { beginReview } from '@/features/learning/review/begin-review';
import { countReview } from '@/features/learning/review/count-review';
import { getCard } from '@/features/learning/review/get-card';
import { getReview } from '@/features/learning/review/get-review';
import { rateCard } from '@/features/learning/review/rate-card';
import { reviewTerm } from '@/features/learning/review/review-term';
import { setCardAside } from '@/features/learning/review/set-card-aside';
import { setReview } from '@/features/learning/review/set-review';
import type { Actor } from '@/rules/access';
import type { LearnerMoves } from '@/rules/editions/moves';
import type { Rating } from '@/rules/review/ratings';
import { perform } from '@/server/operation';
import { courseFiles } from './course-folder';
import { makeStudio, type Written, writtenCourse } from './editions';

const day = 24 * 3_600_000;
/** This moment, so many days on. */
export const inDays = (days: number): Date => new Date(Date.now() + days * day);

/** A question of a lesson that is answered rightly with `b`; what is said of an answer has CANARY_SAID in it. */
const question = (id: string) => `:::question{#${id} kind="single" objective="1"}
What is right in ${id}?

- [ ] Not this
  > **CANARY_SAID of a in ${id}.** Why.
- [x] This
  > CANARY_SAID of b in ${id}.
:::`;

/** A lesson `words` that explains two terms, with these questions. */
export const wordsLesson = (questions: string[], terms = ':term[digest] :term[hash-function]') => `---
id: words
title: Lesson words
summary: About words.
minutes: 10
objectives: [Explain it.]
verified: "2026-01-01"
---

What the words mean: ${terms}

${questions.map(question).join('\n\n')}
`;

/**
 * A published course with a lesson `words` (two terms, and the questions `q-1` to `q-3`) and others of one's own,
 * and what learners review of it.
 */
export async function makeReviewed(db: Database, more: Written = {}) {
  const studio = await makeStudio(db, {});
  const rewrite = async (words: string | null, moves: LearnerMoves = 'everyone') => {
    const texts = writtenCourse(studio.slug, more);
    texts.set(
      'glossary/all.yaml',
      courseFiles['glossary/all.yaml'].replace('What a hash', 'CANARY_MEANING a hash'),
    );
    texts.set('modules/1-first/9-last.md', lastLesson);
    if (words) texts.set('modules/1-first/8-words.md', words);
    await replaceDraftFiles(db, studio.courseId, texts, studio.owner.userId, randomUUID());
    await studio.publish(moves);
  };
  await rewrite(wordsLesson(['q-1', 'q-2', 'q-3']), 'none');
  return {
    ...studio,
    rewrite,
    reviewer: async (options: Parameters<typeof studio.learner>[0] = {}) => {
      const learner = await studio.learner(options);
      return { ...learner, ...reviewing(db, studio.slug, learner.actor, learner.enrollmentId) };
    },
  };
}

const lastLesson = wordsLesson([], 'nothing new').replace('id: words', 'id: last');

/** What somebody does in their review, and what is kept of it. */
export function reviewing(db: Database, slug: string, actor: Actor, enrollmentId: string) {
  const as = (now?: Date) => ({ db, actor, ...(now && { now }) });
  return {
    set: (chosen: { on?: 'yes' | 'no'; perDay?: number }) => perform(setReview, chosen, as()),
    screen: (now?: Date) => perform(getReview, {}, as(now)),
    count: (now?: Date) => perform(countReview, {}, as(now)),
    begin: (now?: Date) => perform(beginReview, {}, as(now)),
    card: (card: string, now?: Date, shown = false) => perform(getCard, { card, shown }, as(now)),
    give: (card: string, answer: string[], now?: Date, key: string = randomUUID()) =>
      perform(answerCard, { card, answer, key }, as(now)),
    rate: (card: string, rating: Rating, now?: Date, key: string = randomUUID()) =>
      perform(rateCard, { card, rating, key }, as(now)),
    aside: (card: string, how: 'tomorrow' | 'stop' | 'again', now?: Date) =>
      perform(setCardAside, { card, how }, as(now)),
    term: (of: { choose?: string; stop?: string }, lesson = 'words') =>
      perform(reviewTerm, { course: slug, lesson, ...of }, as()),
    rows: () =>
      db
        .select()
        .from(reviewCards)
        .where(eq(reviewCards.enrollmentId, enrollmentId))
        .orderBy(asc(reviewCards.ref)),
    log: async () => {
      const rows = await db
        .select({ row: reviewLog })
        .from(reviewLog)
        .innerJoin(reviewCards, eq(reviewCards.id, reviewLog.cardId))
        .where(eq(reviewCards.enrollmentId, enrollmentId))
        .orderBy(asc(reviewLog.id));
      return rows.map(({ row }) => row);
    },
  };
}

import * as z from 'zod';
import type { Db } from '@/db/client';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { lastReview } from '@/db/queries/review';
import { verdictOn } from '@/kinds/questions/verdict';
import { isSelfEnrolled } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { whenWords } from '@/rules/review/days';
import { mayRate } from '@/rules/review/ratings';
import { daysReview } from '@/rules/review/selection';
import { type OutputOf, operation } from '@/server/operation';
import { type CardPlace, cardInput, cardState, placeInCard } from './place';
import { reviewStanding } from './standing';

/** What was said of a card today. A right answer beside a wrong one only where the learner has found it before. */
async function reviewed(db: Db, { card, asked, editionId, done }: CardPlace) {
  const last = await lastReview(db, card.id);
  const key =
    asked?.source === 'question' ? (await lessonAnswerKeys(db, editionId, card.lessonId))?.[card.ref] : null;
  const verdict = key && last?.answer ? verdictOn(key, last.answer) : null;
  const found = asked?.lesson.quiz !== undefined || (done.get(card.lessonId) ?? []).includes(card.ref);
  const right = key && found && verdict && !verdict.correct ? verdictOn(key, key.correct) : null;
  return {
    given: last?.answer && verdict ? { answer: last.answer, verdict } : null,
    right: key && right ? { answer: key.correct, verdict: right } : null,
    rating: last?.rating ?? null,
    mayRate: mayRate({ source: card.source, correct: last?.correct ?? null }),
  };
}

/** One card of the daily review: what it asks and, once it was answered, what is said of it. */
export const getCard = operation({
  name: 'get-card',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...cardInput, shown: z.boolean() }),
  subject: placeInCard,
  allow: isSelfEnrolled,
  async run({ db, actor, input: { card: id, shown }, subject: place, now }) {
    const { card, asked, zone } = place;
    const state = cardState(place, now);
    const standing = await reviewStanding(db, actor, now);
    const { cards, done } = daysReview(
      standing.cards.filter(({ stopped, fresh }) => !stopped && !fresh),
      standing.perDay,
    );
    const at = cards.findIndex((one) => one.id === id);
    const over = state === 'reviewed';
    return {
      id,
      state,
      course: { slug: place.slug, title: place.edition.manifest.title },
      lesson: asked && { id: asked.lesson.id, title: asked.lesson.title },
      position: { number: over ? done : done + at + 1, of: done + cards.length },
      question: asked?.source === 'question' ? asked.question : null,
      /** What the term means only when it is asked for. */
      term:
        asked?.source === 'term'
          ? {
              term: asked.term.term,
              zh: asked.term.zh,
              pinyin: asked.term.pinyin,
              definition: shown || over ? asked.term.definition : null,
            }
          : null,
      reviewed: over ? await reviewed(db, place) : null,
      comesBack: whenWords(card.dueOn, dayIn(zone, now)),
      next: cards.find((one) => one.id !== id)?.id ?? null,
    };
  },
});

export type CardScreen = OutputOf<typeof getCard>;

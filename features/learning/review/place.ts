import * as z from 'zod';
import type { Db } from '@/db/client';
import { type CardRow, cardOf, lockCard } from '@/db/queries/review';
import type { Actor } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { type Place, placeInCourse } from '../place';
import { type Asked, askedInLesson } from './asked';

/** A card by its id, which its address carries. */
export const cardInput = { card: z.uuid() };

/** A card of a person with the place it is learned in, and what it asks; null there while it rests. */
export type CardPlace = Place & { card: CardRow; asked: Asked | null };

async function placed(
  db: Db,
  found: (CardRow & { slug: string }) | null,
  actor: Pick<Actor, 'userId'>,
): Promise<CardPlace | null> {
  const place = found && (await placeInCourse(db, found.slug, actor, found.lessonId));
  if (!place) return null;
  const { slug: _slug, ...card } = found;
  const asked = place.mayLearn
    ? (await askedInLesson(db, place, card.lessonId))(card.source, card.ref)
    : null;
  return { ...place, card, asked };
}

/** The place of a person in one of their own cards; null when they have none of this id. */
export const placeInCard = async (db: Db, input: { card: string }, actor: Pick<Actor, 'userId'>) =>
  placed(db, await cardOf(db, input.card, actor.userId), actor);

/** The same, with the card locked first: two clicks at once take their turns, and each sees what the other did. */
export async function lockedInCard(db: Db, input: { card: string }, actor: Pick<Actor, 'userId'>) {
  const found = await cardOf(db, input.card, actor.userId);
  const row = found && (await lockCard(db, found.id));
  return placed(db, row && { ...row, slug: found.slug }, actor);
}

export type CardState = 'asked' | 'reviewed' | 'later' | 'resting' | 'stopped';

/** Where a card stands today. */
export function cardState({ card, asked, zone }: CardPlace, now: Date): CardState {
  const today = dayIn(zone, now);
  if (card.reviewedOn === today) return 'reviewed';
  if (card.stoppedAt !== null) return 'stopped';
  if (!asked) return 'resting';
  return card.dueOn > today || card.asideOn === today ? 'later' : 'asked';
}

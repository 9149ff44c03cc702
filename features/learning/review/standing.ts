import type { Db } from '@/db/client';
import { editionById } from '@/db/queries/editions';
import { coursesOfLearner } from '@/db/queries/learning';
import {
  type CardRow,
  cardsOf,
  type Missed,
  missedInAttempts,
  missedInLessons,
  reviewSettingsOf,
} from '@/db/queries/review';
import type { Actor } from '@/rules/access';
import { dayIn } from '@/rules/authoring/course-draft';
import { mayLearn } from '@/rules/enrollment/enrollment-terms';
import { type Card, usualPerDay } from '@/rules/review/selection';
import type { Place } from '../place';
import { type Asked, type AskedInLesson, askedInLesson } from './asked';

type OwnPlace = Place & { enrollmentId: string };

/** A card with what it asks; `fresh` is what was missed and is no card yet. */
type OwnCard = Card & {
  enrollmentId: string;
  editionId: string;
  lessonId: string;
  ref: string;
  asked: Asked;
  fresh: boolean;
  stopped: boolean;
};

export type ReviewStanding = {
  /** Null while the person never chose. */
  isOn: boolean | null;
  perDay: number;
  /** Whether they are in a course that they may learn in now. */
  learns: boolean;
  cards: OwnCard[];
};

/** The courses in which a person may learn now: of the others nothing is asked, and nothing is lost. */
async function ownPlaces(db: Db, userId: string): Promise<OwnPlace[]> {
  const rows = await coursesOfLearner(db, userId);
  const places = rows.map(async (row): Promise<OwnPlace[]> => {
    const edition = await editionById(db, row.editionId);
    const { enrollmentId, state } = row;
    if (!edition || enrollmentId === null || state === null || !mayLearn({ ...row, state }, row.now))
      return [];
    return [{ ...row, enrollmentId, edition, ownerId: userId, mayLearn: true }];
  });
  return (await Promise.all(places)).flat();
}

const fromMissed = (zone: string, { at, ...missed }: Missed) => ({
  ...missed,
  id: `${missed.enrollmentId} ${missed.lessonId} ${missed.ref}`,
  source: 'question' as const,
  dueOn: dayIn(zone, at),
  reviewedOn: null,
  asideOn: null,
  fresh: true,
  stopped: false,
});
const fromRow = ({ stoppedAt, ...row }: CardRow) => ({ ...row, fresh: false, stopped: stoppedAt !== null });

/** The cards of a person that can be asked now, with what they missed since the last were made. */
export async function reviewStanding(
  db: Db,
  { userId }: Pick<Actor, 'userId'>,
  now: Date,
): Promise<ReviewStanding> {
  const settings = await reviewSettingsOf(db, userId);
  const places = new Map((await ownPlaces(db, userId)).map((place) => [place.enrollmentId, place]));
  const ids = [...places.keys()];
  const [rows, inLessons, inAttempts] =
    ids.length === 0
      ? [[], [], []]
      : [await cardsOf(db, ids), await missedInLessons(db, ids), await missedInAttempts(db, ids)];

  const lessons = new Map<string, AskedInLesson>();
  const askedBy = async (place: OwnPlace, lessonId: string): Promise<AskedInLesson> => {
    const key = `${place.enrollmentId} ${lessonId}`;
    const known = lessons.get(key) ?? (await askedInLesson(db, place, lessonId));
    lessons.set(key, known);
    return known;
  };
  const cards: OwnCard[] = [];
  const add = async (of: Missed[] | CardRow[], takes: (asked: Asked) => boolean): Promise<void> => {
    for (const one of of) {
      const place = places.get(one.enrollmentId);
      if (!place) continue;
      const card = 'at' in one ? fromMissed(place.zone, one) : fromRow(one);
      const asked = (await askedBy(place, one.lessonId))(card.source, card.ref);
      if (asked && takes(asked))
        cards.push({ ...card, editionId: place.editionId, today: dayIn(place.zone, now), asked });
    }
  };
  await add(rows, () => true);
  await add(inLessons, ({ lesson }) => !lesson.quiz);
  await add(inAttempts, ({ lesson }) => lesson.quiz !== undefined);
  return {
    isOn: settings?.isOn ?? null,
    perDay: settings?.perDay ?? usualPerDay,
    learns: places.size > 0,
    cards,
  };
}

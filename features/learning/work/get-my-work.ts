import * as z from 'zod';
import type { Db } from '@/db/client';
import { editionById } from '@/db/queries/editions';
import { placeInQueue, type VersionRow, versionsOf } from '@/db/queries/work';
import { commentsOn } from '@/db/queries/work-comments';
import { filesOf } from '@/db/queries/work-files';
import { type Actor, isOwn } from '@/rules/access';
import { wholePoint } from '@/rules/assessment/corrections';
import { percentOf } from '@/rules/assessment/quiz';
import { lessonsOf } from '@/rules/editions/edition';
import { formatDeadline } from '@/rules/time/deadline';
import { sizeInWords } from '@/rules/work/work-words';
import { type OutputOf, operation } from '@/server/operation';
import { shownCopy, titlesOf } from '../claims/shown';
import { lessonInput, ownEnrollment } from '../place';
import { firstHandedIn, isWorkPassed, outcomeOfWork } from './outcome';

type Address = { course: string; lesson: string; number: number };

/** One of one's own versions, whatever became of the enrollment; null when there is none of this number. */
async function ownVersion(db: Db, { course, lesson, number }: Address, actor: Actor) {
  const place = await ownEnrollment(db, { course }, actor);
  if (!place) return null;
  const versions = await versionsOf(db, place.enrollmentId, lesson);
  const version = versions.find((one) => one.number === number);
  const edition = version && (await editionById(db, version.editionId));
  if (!version || !edition) return null;
  const title = lessonsOf(edition.manifest).find(({ id }) => id === lesson)?.title ?? lesson;
  return { ...place, version, first: firstHandedIn(versions), title };
}

/** What a version came to, criterion by criterion, with what being late took. */
function resultOf(version: VersionRow, first: Date | null) {
  const { rules, scores, comment } = version;
  const outcome = outcomeOfWork(version, first);
  return {
    percent: percentOf(outcome),
    points: outcome.earned / wholePoint,
    of: outcome.possible / wholePoint,
    passed: rules.pass === undefined ? null : isWorkPassed(version, outcome),
    late:
      rules.late && outcome.days > 0
        ? { ...rules.late, days: outcome.days, points: outcome.marked / wholePoint }
        : null,
    scores: scores ?? {},
    comment: comment ?? '',
  };
}

/** A version of one's own written work: as it was written and, once it may be seen, what it came to and why. */
export const getMyWork = operation({
  name: 'get-my-work',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...lessonInput, number: z.coerce.number().int().min(1).max(100) }),
  subject: ownVersion,
  allow: isOwn,
  async run({ db, subject: place }) {
    const { version, first, title, mayLearn } = place;
    const { rules, text, entries, handedInAt, handedInBy, backAt, gradedAt, releasedAt, zone } = version;
    return {
      course: { slug: place.slug, title: place.edition.manifest.title },
      lesson: { id: version.lessonId, title },
      number: version.number,
      rules,
      text,
      entries: entries && shownCopy(entries, await titlesOf(db, version.editionId)),
      size: sizeInWords(rules, text, entries?.length ?? 0),
      savedAt: version.savedAt,
      handedInAt,
      byClock: handedInBy === 'clock',
      /** A draft that can still be written. */
      open: handedInAt === null && mayLearn,
      waiting:
        backAt && gradedAt === null
          ? { back: formatDeadline(backAt, zone), place: await placeInQueue(db, version.id) }
          : null,
      held: gradedAt !== null && releasedAt === null,
      result: releasedAt === null ? null : resultOf(version, first),
      files: (await filesOf(db, version.enrollmentId, version.lessonId)).filter(
        (file) => file.number === version.number,
      ),
      /** What the grader says to words of it, once that may be seen. */
      comments: releasedAt === null ? [] : await commentsOn(db, version.id),
    };
  },
});

export type MyWork = OutputOf<typeof getMyWork>;

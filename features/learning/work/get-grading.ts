import * as z from 'zod';
import type { Db } from '@/db/client';
import { bankOf } from '@/db/queries/comment-bank';
import { type ReadingRow, readingsOf } from '@/db/queries/readings';
import { commentsBy, commentsOn } from '@/db/queries/work-comments';
import { filesOf } from '@/db/queries/work-files';
import { type Actor, canGrade, canReopenGrading } from '@/rules/access';
import { formatDeadline } from '@/rules/time/deadline';
import { neutralName } from '@/rules/work/files';
import { promiseInWords, sizeInWords } from '@/rules/work/work-words';
import { type OutputOf, operation } from '@/server/operation';
import { shownCopy, titlesOf } from '../claims/shown';
import { type GradingPlace, inGrading, learnerShown, submissionInput } from './in-queue';
import { isByTwo, mayDecideOn } from './two-graders';

/** Who grades: oneself, another while they hold it, nobody; or it is done, or done by oneself alone and waits. */
type State = 'graded' | 'mine' | 'held' | 'free' | 'waits';
type Held = {
  state: State;
  grader: string | null;
  scores: GradingPlace['submission']['scores'];
  comment: string | null;
};

/** A version that one grades, or on which somebody decides. */
function ofOne({ submission }: GradingPlace, actor: Actor): Held {
  const { gradedAt, graderId, claimed, grader, scores, comment } = submission;
  const graded = gradedAt !== null;
  const mine = graderId === actor.userId && !graded;
  return {
    state: graded ? 'graded' : mine ? 'mine' : claimed ? 'held' : 'free',
    grader: graded || claimed ? grader : null,
    // What another has so far is theirs.
    scores: graded || mine ? scores : null,
    comment: graded || mine ? comment : null,
  };
}

/** A version that two grade: nobody sees anything of what the other gives. */
function ofTwo(readings: readonly ReadingRow[], actor: Actor): Held {
  const own = readings.find(({ graderId }) => graderId === actor.userId);
  const atWork = readings.filter((row) => row !== own && row.atWork).map(({ grader }) => grader);
  const others = readings.filter((row) => row !== own && (row.atWork || row.finishedAt !== null));
  const state = own ? (own.finishedAt ? 'waits' : 'mine') : others.length < 2 ? 'free' : 'held';
  return {
    state,
    grader: atWork.join(', ') || null,
    scores: own?.scores ?? null,
    comment: own?.comment ?? null,
  };
}

/** Where a version stands for somebody and, where that may be seen, what two graders gave it, without their names. */
async function standing(db: Db, place: GradingPlace, actor: Actor) {
  const { submission } = place;
  if (!submission.moderated) return { ...ofOne(place, actor), stage: null, given: [] };
  const readings = await readingsOf(db, submission.id);
  const finished = readings.filter(({ finishedAt }) => finishedAt !== null);
  if (isByTwo(submission))
    return {
      ...ofTwo(readings, actor),
      stage: finished.length === 0 ? ('both' as const) : ('second' as const),
      given: [],
    };
  const of = { course: place, submission: submission.id, readings };
  const graded = submission.gradedAt !== null;
  const shown = graded || (await mayDecideOn(db, of, actor));
  return {
    ...ofOne(place, actor),
    ...(shown ? {} : { state: 'waits' as const, scores: null, comment: null }),
    stage: graded ? null : ('apart' as const),
    given: shown ? finished.map(({ scores, comment }) => ({ scores, comment })) : [],
  };
}

/** The comments that may be seen on a version: those of who graded it once it is, else one's own. */
const commentsShown = (db: Db, { submission }: GradingPlace, state: State, actor: Actor) => {
  if (state === 'graded') return commentsOn(db, submission.id);
  return state === 'mine' || state === 'waits' ? commentsBy(db, submission.id, actor.userId) : [];
};

/** The files of a version, under their names, or under numbers while nobody's name is known. */
async function filesShown(
  db: Db,
  { enrollmentId, lessonId, number, rules, gradedAt }: GradingPlace['submission'],
) {
  const hidden = rules.anonymous && gradedAt === null;
  return (await filesOf(db, enrollmentId, lessonId))
    .filter((file) => file.number === number)
    .map(({ id, name, type, bytes }, index) => ({
      id,
      name: hidden ? neutralName(index + 1, type) : name,
      bytes,
    }));
}

/** A version as its grader reads it: its text, its rubric, and what they have chosen and written so far. */
export const getGrading = operation({
  name: 'get-grading',
  kind: 'read',
  by: 'person',
  input: z.strictObject(submissionInput),
  subject: inGrading,
  allow: canGrade,
  async run({ db, actor, subject: place, now }) {
    const { slug, submission } = place;
    const { id, rules, text, number, lessonId, title, handedInAt, handedInBy, backAt, zone } = submission;
    const { entries, editionId } = submission;
    const { scores, comment, ...stands } = await standing(db, place, actor);
    return {
      slug,
      id,
      lessonId,
      title: title ?? lessonId,
      number,
      /** Null while it is graded without a name. */
      learner: learnerShown({
        anonymous: rules.anonymous,
        graded: submission.gradedAt !== null,
        learner: submission.learner,
      }),
      rubric: rules.rubric,
      size: sizeInWords(rules, text, entries?.length ?? 0),
      text,
      /** Of a claim log: its entries; null where it is a text. */
      entries: entries && shownCopy(entries, await titlesOf(db, editionId)),
      files: await filesShown(db, submission),
      handedInAt,
      byClock: handedInBy === 'clock',
      back: backAt ? formatDeadline(backAt, zone) : '',
      promise: backAt ? promiseInWords(backAt, now) : { overdue: false, words: '' },
      released: submission.releasedAt !== null,
      ...stands,
      scores: scores ?? {},
      comment: comment ?? '',
      comments: await commentsShown(db, place, stands.state, actor),
      /** What is kept to be said again, for who grades it. */
      bank: stands.state === 'mine' ? await bankOf(db, place.id) : [],
      mayReopen: stands.state === 'graded' && !submission.moderated && canReopenGrading(actor, place),
    };
  },
});

export type GradingScreen = OutputOf<typeof getGrading>;

import * as z from 'zod';
import { editionById } from '@/db/queries/editions';
import { graderIds } from '@/db/queries/moderation';
import { type Place, queueCounts, queueOf } from '@/db/queries/work-queue';
import { type Actor, canGrade } from '@/rules/access';
import { lessonsOf } from '@/rules/editions/edition';
import { formatDeadline } from '@/rules/time/deadline';
import { queueStates } from '@/rules/work/queue';
import { promiseInWords } from '@/rules/work/work-words';
import { type OutputOf, operation } from '@/server/operation';
import { courseInput, inCourse } from '../in-course';
import { learnerShown } from './in-queue';
import { isDecider } from './two-graders';

const perPage = 50;

type Row = Awaited<ReturnType<typeof queueOf>>[number];

const who = (people: readonly Pick<Place, 'grader'>[]): string | null =>
  people.map(({ grader }) => grader).join(', ') || null;

/** Where a version that two grade stands for one of them, without what the other gave. */
function ofTwo(places: readonly Place[], actor: Actor) {
  const own = places.find(({ graderId }) => graderId === actor.userId);
  const taken = places.filter(({ finished, atWork }) => finished || atWork);
  return {
    stage: places.some(({ finished }) => finished) ? ('second' as const) : ('both' as const),
    grader: who(places.filter(({ atWork }) => atWork)),
    mine: own !== undefined && !own.finished,
    done: own?.finished ?? false,
    takes: own ? !own.finished : taken.length < 2,
  };
}

/** Who has a version of the queue, and whether whoever asks may take it. */
function held(
  { graded, moderated, apart, places, ...row }: Row,
  { actor, decides, now }: { actor: Actor; decides: boolean; now: Date },
) {
  if (moderated && !apart && !graded) return ofTwo(places, actor);
  const grader = graded || (row.claimedUntil && row.claimedUntil > now) ? row.grader : null;
  const mine = row.graderId === actor.userId;
  const stage = apart && !graded ? ('apart' as const) : null;
  return {
    stage: row.peers && grader === null ? ('peers' as const) : stage,
    grader,
    mine,
    done: false,
    takes: !graded && (stage === null || decides) && (grader === null || mine),
  };
}

/** The written work of a course: what waits to be graded, what somebody is at work on, what is graded. */
export const listWorkQueue = operation({
  name: 'list-work-queue',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...courseInput, state: z.enum(queueStates), page: z.int().min(1).max(100_000) }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, actor, input: { state, page }, subject: course, now }) {
    const [rows, { unreleased, overdue, ...counts }] = await Promise.all([
      queueOf(db, course.id, state, perPage, (page - 1) * perPage),
      queueCounts(db, course.id),
    ]);
    const decides = await isDecider(db, course, actor);
    const edition = course.currentEditionId ? await editionById(db, course.currentEditionId) : null;
    const lessons = edition ? lessonsOf(edition.manifest) : [];
    const twice = lessons.some(({ work }) => work?.moderation);
    const titles = new Map(lessons.map(({ id, title }) => [id, title]));
    return {
      slug: course.slug,
      counts,
      overdue,
      pages: Math.max(1, Math.ceil(counts[state] / perPage)),
      /** Whether two should grade some of it, and only one could. */
      alone: twice && (await graderIds(db, course.id)).length < 2,
      /** Whether some of it is graded by two, in the published course or on this page. */
      twice: twice || rows.some(({ moderated }) => moderated),
      /** Whether there is any written work in the course now. */
      asks: lessons.some(({ work }) => work),
      unreleased: Object.entries(unreleased).map(([lessonId, count]) => ({
        lessonId,
        title: titles.get(lessonId) ?? lessonId,
        count,
      })),
      rows: rows.map((row) => ({
        id: row.id,
        lessonId: row.lessonId,
        title: row.title,
        number: row.number,
        handedInAt: row.handedInAt,
        graded: row.graded,
        released: row.released,
        learner: learnerShown(row),
        back: formatDeadline(row.backAt, row.zone),
        promise: promiseInWords(row.backAt, now),
        ...held(row, { actor, decides, now }),
      })),
    };
  },
});

export type WorkQueue = OutputOf<typeof listWorkQueue>;

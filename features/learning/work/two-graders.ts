import type { Db } from '@/db/client';
import { decides, graderIds } from '@/db/queries/moderation';
import { adoptReading, type ReadingRow, readingsOf, setApart } from '@/db/queries/readings';
import { decidersLeft, type SubmissionInCourse } from '@/db/queries/work-queue';
import { type Actor, canOwnCourse } from '@/rules/access';
import { afterGrading, isSecondAwaited, mayDecide, type TwoGraders } from '@/rules/work/moderation';
import type { GradingPlace } from './in-queue';

/** Whether two grade a version now, each without the other's. */
export const isByTwo = (of: Pick<SubmissionInCourse, 'moderated' | 'apartAt' | 'gradedAt'>): boolean =>
  of.moderated && of.apartAt === null && of.gradedAt === null;

/** Whether somebody decides where two graders are apart: as an owner, or as a grader who is named for it. */
export const isDecider = async (
  db: Db,
  course: Pick<GradingPlace, 'id' | 'staffRole'>,
  actor: Actor,
): Promise<boolean> => canOwnCourse(actor, course) || (await decides(db, course.id, actor.userId));

/** Whether somebody decides on this very version. */
export const mayDecideOn = async (
  db: Db,
  {
    course,
    submission,
    readings,
  }: { course: Pick<GradingPlace, 'id' | 'staffRole'>; submission: string; readings: ReadingRow[] },
  actor: Actor,
): Promise<boolean> =>
  mayDecide({
    named: await isDecider(db, course, actor),
    graded: readings.some(({ graderId }) => graderId === actor.userId),
    others: await decidersLeft(db, submission, actor.userId),
  });

/**
 * Brings a version that two grade to where their gradings lead: the first counts, or somebody has to decide, or a
 * second one is waited for. The learner was locked, and the version loaded after that.
 * @param released whether its learner sees it at once
 */
export async function settleTwo(
  db: Db,
  { courseId, submission, now }: { courseId: string; submission: SubmissionInCourse; now: Date },
  released: boolean,
): Promise<TwoGraders> {
  const { id, rules, userId, backAt } = submission;
  const readings = await readingsOf(db, id);
  const finished = readings
    .flatMap((row) => (row.finishedAt ? [{ ...row, finishedAt: row.finishedAt }] : []))
    .sort((a, b) => a.finishedAt.getTime() - b.finishedAt.getTime());
  const others = (await graderIds(db, courseId)).filter(
    (grader) => grader !== userId && finished.every(({ graderId }) => graderId !== grader),
  );
  const awaited = isSecondAwaited({
    others: others.length,
    left: (backAt?.getTime() ?? 0) - now.getTime(),
    atWork: readings.some(({ atWork }) => atWork),
  });
  const apart = rules.moderation ?? { apart: 100 };
  const stands = afterGrading(
    rules.rubric,
    apart,
    finished.map(({ scores }) => scores),
    awaited,
  );
  const [first] = finished;
  if (stands === 'apart') await setApart(db, id);
  if (stands === 'first' && first) {
    const { graderId, scores, comment, finishedAt } = first;
    await adoptReading(db, { submissionId: id, graderId, scores, comment, finishedAt, released });
  }
  return stands;
}

import * as z from 'zod';
import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { lessonAnswerKeys } from '@/db/queries/editions';
import { type MarkInCourse, markInCourse } from '@/db/queries/hand-marks';
import type { ByHand } from '@/kinds/questions/kind';
import { byHandOn } from '@/kinds/questions/verdict';
import type { Actor } from '@/rules/access';
import { inCourse } from '../in-course';
import { quizInput } from '../oversight/in-quiz';

export const markInput = { ...quizInput, mark: z.uuid() };

export type MarkingPlace = StudioCourse & { lesson: string; mark: MarkInCourse; judged: ByHand };

/** Subject of what concerns one answer that a person marks; one's own does not exist for its grader. */
export async function inMarking(
  db: Db,
  { course: slug, lesson, mark: id }: { course: string; lesson: string; mark: string },
  actor: Actor,
): Promise<MarkingPlace | null> {
  const course = await inCourse(db, { course: slug }, actor);
  const mark = course && (await markInCourse(db, { courseId: course.id, lessonId: lesson }, id));
  if (!mark || mark.userId === actor.userId) return null;
  const key = (await lessonAnswerKeys(db, mark.editionId, lesson))?.[mark.blockId];
  const judged = key && byHandOn(key, mark.answer);
  return judged ? { ...course, lesson, mark, judged } : null;
}

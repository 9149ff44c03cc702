import * as z from 'zod';
import type { Db } from '@/db/client';
import { type StudioCourse, studioCourse } from '@/db/queries/drafts';
import { type DueTime, dueTimes, type QuizScope } from '@/db/queries/quiz-results';
import type { Actor } from '@/rules/access';
import { localInstant } from '@/rules/authoring/schedule';
import { slugInput } from '../place';

/** The course, and a quiz in it: of this edition or of an earlier one. */
export const courseInput = { course: slugInput };
export const quizInput = { ...courseInput, lesson: slugInput };

/** Subject of what the people of a course see of its quizzes: the course, with the role of whoever asks. */
export const inCourse = (
  db: Db,
  { course }: { course: string },
  actor: Actor,
): Promise<StudioCourse | null> => studioCourse(db, course, actor.userId);

/** The local times at which attempts were due, as the instants that the rules make of them. */
export async function duesOf(db: Db, scope: QuizScope): Promise<DueTime[]> {
  const times = await dueTimes(db, scope);
  return times.map(({ due, zone }) => ({ due, zone, at: localInstant(due, zone)?.toISOString() ?? null }));
}

/** The query of the address of a table: its filter, order and page. */
export const tableQuery = z.string().max(4_000);

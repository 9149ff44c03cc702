import * as z from 'zod';
import type { Db } from '@/db/client';
import { type DueTime, dueTimes, type QuizScope } from '@/db/queries/quiz-results';
import { localInstant } from '@/rules/authoring/schedule';
import { courseInput } from '../in-course';
import { slugInput } from '../place';

/** A course, and a quiz in it: of this edition or of an earlier one. */
export const quizInput = { ...courseInput, lesson: slugInput };

/** The local times at which attempts were due, as the instants that the rules make of them. */
export async function duesOf(db: Db, scope: QuizScope): Promise<DueTime[]> {
  const times = await dueTimes(db, scope);
  return times.map(({ due, zone }) => ({ due, zone, at: localInstant(due, zone)?.toISOString() ?? null }));
}

/** The query of the address of a table: its filter, order and page. */
export const tableQuery = z.string().max(4_000);

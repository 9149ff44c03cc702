import * as z from 'zod';
import type { Db } from '@/db/client';
import { correctionById } from '@/db/queries/corrections';
import type { StudioCourse } from '@/db/queries/drafts';
import { correctionsOf } from '@/db/queries/grading';
import { NotFound } from '@/server/operation';
import { questionInput } from '../oversight/get-question';
import { planRegrade, type Regrade } from './plan';

const { edition: _edition, ...question } = questionInput;

/** A correction of a question, by its id. */
export const takingBackInput = { ...question, correction: z.uuid() };
type Asked = z.output<z.ZodObject<typeof takingBackInput>>;

type TakingBack = {
  made: NonNullable<Awaited<ReturnType<typeof correctionById>>>;
  plan: Regrade;
};

/**
 * What the attempts come to without a correction, with all others as they hold. Throws NotFound where there is no such
 * correction of that question.
 */
export async function planTakingBack(db: Db, course: StudioCourse, asked: Asked): Promise<TakingBack> {
  const made = await correctionById(db, {
    courseId: course.id,
    lessonId: asked.lesson,
    blockId: asked.block,
    id: asked.correction,
  });
  if (!made) throw new NotFound(`correction ${asked.correction}`);
  const { courseId, lessonId, blockId, fromEdition, throughEdition } = made;
  const others = (await correctionsOf(db, courseId, lessonId)).filter(({ id }) => id !== made.id);
  const of = { courseId, lessonId, blockId, fromEdition, throughEdition };
  return { made, plan: await planRegrade(db, of, others) };
}

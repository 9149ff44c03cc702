import type { Db } from '@/db/client';
import type { StudioCourse } from '@/db/queries/drafts';
import { editionById } from '@/db/queries/editions';
import { quizEditions } from '@/db/queries/question-figures';
import type { QuizRules } from '@/rules/assessment/quiz';
import { type LessonOutline, lessonsOf } from '@/rules/editions/edition';
import { NotFound } from '@/server/operation';

type QuizOutline = LessonOutline & { quiz: QuizRules };

/**
 * A quiz of a course as its newest edition has it, with all editions that have it, the oldest first.
 * Throws NotFound where no edition has it.
 */
export async function quizOf(
  db: Db,
  course: StudioCourse,
  lessonId: string,
): Promise<{ quiz: QuizOutline; editions: { id: string; number: number }[] }> {
  const editions = await quizEditions(db, course.id, lessonId);
  for (const { id } of editions.toReversed()) {
    const found = lessonsOf((await editionById(db, id))?.manifest ?? { modules: [] }).find(
      (lesson): lesson is QuizOutline => lesson.id === lessonId && lesson.quiz !== undefined,
    );
    if (found) return { quiz: found, editions };
  }
  throw new NotFound(`quiz ${lessonId}`);
}

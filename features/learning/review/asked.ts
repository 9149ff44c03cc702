import type { Db } from '@/db/client';
import { compiledLesson } from '@/db/queries/editions';
import { type QuestionView, questionView } from '@/kinds/lesson-view';
import { isByHand } from '@/kinds/questions/verdict';
import { type GlossaryEntry, type LessonOutline, lessonsOf } from '@/rules/editions/edition';
import type { CardSource } from '@/rules/review/ratings';
import { heldFor, type Place } from '../place';
import { answersShown } from '../quizzes/answers-shown';
import { quizRulesFor } from '../quizzes/place';

/** What a card asks, as the learner's own edition has it now. */
export type Asked = { lesson: LessonOutline; label: string } & (
  | { source: 'question'; question: QuestionView }
  | { source: 'term'; term: GlossaryEntry }
);

/** What the cards of a lesson ask, by source and id. What is not in it rests. */
export type AskedInLesson = (source: CardSource, ref: string) => Asked | null;

const nothing: AskedInLesson = () => null;

/**
 * What can be asked of a lesson: of a quiz only what the learner may see the answers of, and nothing while another
 * attempt could ask the same; nothing of a lesson that is not there any more or may not be begun.
 */
export async function askedInLesson(db: Db, place: Place, lessonId: string): Promise<AskedInLesson> {
  const outline = lessonsOf(place.edition.manifest).find(({ id }) => id === lessonId);
  const lesson = outline && (await compiledLesson(db, place.editionId, lessonId));
  if (!lesson || heldFor(place).has(lessonId)) return nothing;
  const { quiz } = outline;
  const rules = quiz && (await quizRulesFor(db, quiz, place.enrollmentId, lessonId));
  const shown = rules ? await answersShown(db, { ...place, outline, ...rules }) : null;
  return (source, ref) => {
    if (source === 'term') {
      const term = lesson.terms.find(({ id }) => id === ref);
      return term ? { lesson: outline, source, label: term.term, term } : null;
    }
    const block = lesson.blocks.find(({ id }) => id === ref);
    const question = block && questionView(block);
    // What a person would have to mark is not asked again.
    if (!block?.question || !question || isByHand(block.question) || (shown && !shown.has(ref))) return null;
    return { lesson: outline, source, label: block.label, question };
  };
}

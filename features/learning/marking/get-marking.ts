import * as z from 'zod';
import { compiledLesson } from '@/db/queries/editions';
import { countWaiting } from '@/db/queries/hand-marks';
import { canGrade } from '@/rules/access';
import { countWords, paragraphsOf } from '@/rules/work/text';
import { operation } from '@/server/operation';
import { blockOf } from '../quizzes/questions';
import { inMarking, markInput } from './in-marking';

/** One answer as its grader reads it: the question, the text, the rubric and, where it is marked, by whom and how. */
export const getMarking = operation({
  name: 'get-marking',
  kind: 'read',
  by: 'person',
  input: z.strictObject(markInput),
  subject: inMarking,
  allow: canGrade,
  async run({ db, actor, subject: { id: courseId, lesson, mark, judged } }) {
    const compiled = await compiledLesson(db, mark.editionId, lesson);
    const question = compiled && blockOf(compiled, mark.blockId)?.question;
    const [text = ''] = mark.answer;
    const ask = question?.ask?.form === 'essay' ? question.ask : null;
    const hidden = mark.rules.anonymous === true && mark.toMark > 0;
    return {
      id: mark.id,
      title: compiled?.title ?? lesson,
      prompt: question?.prompt ?? '',
      /** Null while it is marked without a name. */
      learner: hidden ? null : mark.learner,
      submittedAt: mark.submittedAt,
      paragraphs: paragraphsOf(text),
      words: countWords(text),
      lengths: ask && { least: ask.least, most: ask.most },
      lang: ask?.lang ?? null,
      rubric: judged.rubric,
      model: judged.model,
      scores: mark.scores ?? {},
      comment: mark.comment,
      version: mark.version,
      markedBy: mark.markedAt === null ? null : (mark.markedBy ?? 'Somebody'),
      released: mark.releasedAt !== null,
      waiting: await countWaiting(db, { courseId, lessonId: lesson }, actor.userId),
    };
  },
});

import * as z from 'zod';
import { attemptByNumber } from '@/db/queries/attempts';
import { editionById } from '@/db/queries/editions';
import { attemptOfCourse } from '@/db/queries/quiz-attempts';
import { canReadGrades } from '@/rules/access';
import { attemptState } from '@/rules/assessment/attempts-filter';
import { wholePoint } from '@/rules/assessment/corrections';
import { isPassed, percentOf } from '@/rules/assessment/quiz';
import { lessonsOf } from '@/rules/editions/edition';
import { exactPoints } from '@/rules/grading/percent';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { outcomeOf } from '../grading/outcome';
import { inCourse } from '../in-course';
import { reviewedQuestions } from '../quizzes/reviewed';
import { quizInput } from './in-quiz';

/**
 * One attempt of a learner as whoever grades sees it: what was answered to each question, what it earned, a right
 * answer and what was corrected. Of an attempt under way the answers that are kept so far.
 */
export const getLearnersAttempt = operation({
  name: 'get-learners-attempt',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...quizInput, attempt: z.uuid() }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, input, subject: course }) {
    const whose = await attemptOfCourse(db, {
      courseId: course.id,
      lessonId: input.lesson,
      id: input.attempt,
    });
    const attempt = whose && (await attemptByNumber(db, { ...whose, lessonId: input.lesson }));
    const edition = attempt && (await editionById(db, attempt.editionId));
    const lesson = edition && lessonsOf(edition.manifest).find(({ id }) => id === input.lesson);
    if (!attempt || !lesson) throw new NotFound(`attempt ${input.attempt}`);
    const { submittedAt, releasedAt, rules } = attempt;
    const outcome = outcomeOf(attempt, edition.manifest.zone ?? 'UTC');
    const raw = { earned: attempt.earned ?? 0, possible: attempt.possible ?? 0 };
    const anonymous = attempt.toMark > 0 && rules.anonymous === true;
    const questions = await reviewedQuestions(db, { attempt, courseId: course.id }, 'answers');
    return {
      quiz: { id: lesson.id, title: lesson.title },
      learner: { enrollmentId: whose.enrollmentId, name: whose.name },
      number: attempt.number,
      edition: edition.number,
      mode: rules.mode,
      pass: rules.pass,
      state: attemptState(submittedAt, attempt.toMark, releasedAt),
      startedAt: attempt.startedAt,
      submittedAt,
      byClock: attempt.submittedBy === 'clock',
      result:
        submittedAt === null || attempt.toMark > 0
          ? null
          : {
              percent: percentOf(outcome),
              points: outcome.earned / wholePoint,
              of: outcome.possible / wholePoint,
              passed: isPassed(rules, outcome),
              raw: {
                percent: percentOf(raw),
                points: raw.earned / wholePoint,
                of: raw.possible / wholePoint,
              },
              hints:
                attempt.hintsTaken === 0
                  ? null
                  : { taken: attempt.hintsTaken, took: exactPoints(attempt.hintsTook) },
              corrected: attempt.correctedEarned !== null,
              late: rules.late && outcome.days > 0 ? { ...rules.late, days: outcome.days } : null,
            },
      toMark: attempt.toMark,
      /** What is marked without a name is not shown beside one before. */
      anonymous,
      questions: anonymous
        ? questions.map((one) => (one.byHand ? { ...one, answer: null, byHand: null } : one))
        : questions,
    };
  },
});

export type LearnersAttempt = OutputOf<typeof getLearnersAttempt>;

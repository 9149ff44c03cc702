import * as z from 'zod';
import { correctionsOf } from '@/db/queries/grading';
import { questionTallies, strongAnswers } from '@/db/queries/question-figures';
import { questionKinds } from '@/kinds/questions/registry';
import { canGrade, canReadGrades } from '@/rules/access';
import { answerInWords } from '@/rules/assessment/answer-words';
import {
  added,
  discrimination,
  facility,
  noMoments,
  suspicionOf,
  worstFirst,
} from '@/rules/assessment/statistics';
import { plainText } from '@/rules/learning/plain-text';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { quizInput } from './in-quiz';
import { quizOf } from './quiz';
import { type Version, versionsOf } from './versions';

type Rows = {
  tallies: Awaited<ReturnType<typeof questionTallies>>;
  strong: Awaited<ReturnType<typeof strongAnswers>>;
};

/** What the numbers say of one version of a question: over the first attempt of every learner. */
export function statisticsOf(version: Version, { tallies, strong }: Rows) {
  const ofVersion = (row: { blockId: string; editionId: string }) =>
    row.blockId === version.blockId && version.editionIds.includes(row.editionId);
  const own = tallies.filter(ofVersion);
  const moments = own.reduce(added, noMoments);
  const uses = new Map<string, { answer: string[]; right: boolean; strong: number }>();
  for (const { answer, right, strong: count } of strong.filter(ofVersion)) {
    const text = JSON.stringify(answer);
    uses.set(text, { answer, right, strong: (uses.get(text)?.strong ?? 0) + count });
  }
  const list = [...uses.values()];
  const suspicion = suspicionOf(
    moments,
    list,
    own.reduce((sum, { strongest }) => sum + strongest, 0),
  );
  const form = questionKinds.get(version.question.kind)?.answerForm ?? 'text';
  return {
    asked: moments.asked,
    blank: moments.blank,
    facility: facility(moments),
    discrimination: discrimination(moments),
    paired: moments.paired,
    suspicion,
    /** The wrong answer that the strongest prefer, in words. */
    preferred:
      suspicion?.why === 'wrong-preferred'
        ? answerInWords(form, version.question, list[suspicion.at]?.answer ?? [])
        : null,
  };
}

/**
 * The questions of a quiz with how hard each is and how well it tells strong from weak, the suspicious and the
 * hardest first: of one edition, or of all.
 */
export const getQuestionStatistics = operation({
  name: 'get-question-statistics',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...quizInput, edition: z.string().regex(/^(all|[1-9]\d{0,5})$/) }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input, subject: course }) {
    const { quiz, editions } = await quizOf(db, course, input.lesson);
    const chosen = editions.filter(
      ({ number }) => input.edition === 'all' || String(number) === input.edition,
    );
    if (chosen.length === 0) throw new NotFound(`edition ${input.edition}`);
    const of = { lessonId: quiz.id, editionIds: chosen.map(({ id }) => id) };
    const rows = { tallies: await questionTallies(db, of), strong: await strongAnswers(db, of) };
    const corrected = new Set((await correctionsOf(db, course.id, quiz.id)).map(({ blockId }) => blockId));
    const versions = await versionsOf(db, quiz.id, chosen);
    const newest = editions.at(-1)?.number;
    const questions = versions
      .map((version) => ({
        id: version.blockId,
        from: version.from,
        through: version.through,
        text: plainText(version.question.prompt),
        corrected: corrected.has(version.blockId),
        /** Whether other editions ask it otherwise. */
        several: versions.some((other) => other !== version && other.blockId === version.blockId),
        current: version.through === newest,
        ...statisticsOf(version, rows),
      }))
      // What an edition nobody took asked differently says nothing.
      .filter(({ asked, current }) => asked > 0 || current || chosen.length === 1);
    return {
      quiz: { id: quiz.id, title: quiz.title },
      editions: editions.map(({ number }) => number).reverse(),
      edition: input.edition,
      questions: worstFirst(questions),
      attempts: Math.max(0, ...questions.map(({ asked }) => asked)),
      mayGrade: canGrade(actor, course),
    };
  },
});

export type ListedQuestion = OutputOf<typeof getQuestionStatistics>['questions'][number];

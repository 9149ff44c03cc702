import * as z from 'zod';
import { correctionHistory } from '@/db/queries/corrections';
import {
  answerTotals,
  confidenceUses,
  givenAnswers,
  hintUses,
  optionUses,
  questionTallies,
  strongAnswers,
} from '@/db/queries/question-figures';
import { questionKinds } from '@/kinds/questions/registry';
import { canGrade, canReadGrades } from '@/rules/access';
import { answerInWords } from '@/rules/assessment/answer-words';
import { confidences } from '@/rules/assessment/confidence';
import { correctionInWords } from '@/rules/assessment/correction-words';
import type { Correction } from '@/rules/assessment/corrections';
import { plainText } from '@/rules/learning/plain-text';
import { NotFound, type OutputOf, operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { slugInput } from '../place';
import { statisticsOf } from './get-question-statistics';
import { quizInput } from './in-quiz';
import { quizOf } from './quiz';
import { laterKeys, type Version, versionsOf } from './versions';

/** How many distinct answers a page shows. */
const perPage = 50;

/** A question of a quiz, as an edition has it. */
export const questionInput = {
  ...quizInput,
  block: slugInput,
  /** The number of an edition; empty for the newest in which somebody was asked. */
  edition: z.string().regex(/^([1-9]\d{0,5})?$/),
};

/** The version of a question that an edition has. Throws NotFound where it has none. */
export function versionIn(versions: readonly Version[], block: string, edition: number): Version {
  const version = versions.find(
    ({ blockId, from, through }) => blockId === block && from <= edition && edition <= through,
  );
  if (!version) throw new NotFound(`question ${block} of edition ${edition}`);
  return version;
}

/** A correction in words, with the answers it is about in those of their question. */
export function wordsOfCorrection(
  correction: Correction,
  version: Version,
  versions: readonly Version[],
): string {
  const form = questionKinds.get(version.question.kind)?.answerForm ?? 'text';
  return correctionInWords(correction, {
    answer: (answer) => answerInWords(form, version.question, answer),
    edition: (id) =>
      versions.find(({ blockId, editionIds }) => blockId === version.blockId && editionIds.includes(id))
        ?.from ?? 0,
  });
}

/**
 * A question of a quiz: how it fared, what was answered to it in the words of its options, and what was put right
 * about it.
 */
export const getQuestion = operation({
  name: 'get-question',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...questionInput, page: z.int().min(1).max(10_000) }),
  subject: inCourse,
  allow: canReadGrades,
  async run({ db, actor, input, subject: course }) {
    const { quiz, editions } = await quizOf(db, course, input.lesson);
    const versions = await versionsOf(db, quiz.id, editions);
    const own = versions.filter(({ blockId }) => blockId === input.block);
    const everywhere = { lessonId: quiz.id, editionIds: editions.map(({ id }) => id), blockId: input.block };
    const tallies = await questionTallies(db, everywhere);
    const askedIn = (version: Version) =>
      tallies.some(({ editionId }) => version.editionIds.includes(editionId));
    const version =
      input.edition === ''
        ? (own.findLast(askedIn) ?? own.at(-1))
        : versionIn(own, input.block, Number(input.edition));
    if (!version) throw new NotFound(`question ${input.block}`);

    const of = { ...everywhere, editionIds: version.editionIds };
    const strong = await strongAnswers(db, of);
    const totals = await answerTotals(db, of);
    const offset = (input.page - 1) * perPage;
    const given = await givenAnswers(db, of, { limit: perPage, offset });
    const history = await correctionHistory(db, course.id, quiz.id, input.block);
    const { question, key } = version;
    const form = questionKinds.get(question.kind)?.answerForm ?? 'text';
    const words = (answer: string[]) => answerInWords(form, question, answer);
    const uses = form === 'one' || form === 'many' || form === 'areas' ? await optionUses(db, of) : null;
    const hintCounts = key.hints ? await hintUses(db, of) : [];
    const said = await confidenceUses(db, of);
    const holding = history.filter(
      ({ takenBackAt, fromEdition, throughEdition }) =>
        takenBackAt === null && fromEdition <= version.through && version.from <= throughEdition,
    );
    const alsoRight = new Set(
      holding.flatMap(({ correction }) =>
        correction.do === 'also-right' ? correction.answers.map((answer) => JSON.stringify(answer)) : [],
      ),
    );
    return {
      quiz: { id: quiz.id, title: quiz.title },
      id: version.blockId,
      prompt: question.prompt,
      text: plainText(question.prompt),
      from: version.from,
      through: version.through,
      versions: own.map((one) => ({ from: one.from, through: one.through })).reverse(),
      right: words(key.correct),
      statistics: statisticsOf(version, { tallies, strong }),
      /** Over all attempts. */
      asked: totals.asked,
      blank: totals.blank,
      options:
        uses &&
        question.options.map(({ id, html }) => {
          const use = uses.find(({ option }) => option === id);
          return {
            id,
            words: plainText(html),
            right: key.correct.includes(id),
            count: use?.count ?? 0,
            mean: use?.mean ?? null,
          };
        }),
      answers: given.map(({ answer, ...use }) => ({
        ...use,
        words: words(answer),
        alsoRight: alsoRight.has(JSON.stringify(answer)),
      })),
      /** Over all attempts: in how many each hint was taken. */
      hints: (key.hints ?? []).map((html, index) => ({
        words: plainText(html),
        cost: question.hints?.[index] ?? 0,
        count: hintCounts.find(({ number }) => number === index + 1)?.count ?? 0,
      })),
      /** Over all attempts: how sure answers were given, the surest first. */
      confidence: confidences
        .toReversed()
        .flatMap((one) => said.find(({ confidence }) => confidence === one) ?? []),
      page: input.page,
      pages: Math.max(1, Math.ceil(totals.distinct / perPage)),
      /** Later versions whose key can mark this one, each by its first edition. */
      laterKeys: laterKeys(versions, version).map(({ from }) => from),
      corrections: history.map(({ correction, ...row }) => ({
        ...row,
        words: wordsOfCorrection(correction, version, versions),
      })),
      mayGrade: canGrade(actor, course),
    };
  },
});

export type QuestionScreen = OutputOf<typeof getQuestion>;

import * as z from 'zod';
import { correctionsOf } from '@/db/queries/grading';
import { canGrade } from '@/rules/access';
import { plainText } from '@/rules/learning/plain-text';
import { operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { wordsOfCorrection } from '../oversight/get-question';
import { correctionInput, wantedFrom, withOneMore } from './input';
import { planRegrade } from './plan';
import { shownRegrade } from './shown';

/** What putting a question right would do, and to whom. Nothing is written. */
export const previewCorrection = operation({
  name: 'preview-correction',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...correctionInput, page: z.int().min(1).max(10_000) }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, input, subject: course }) {
    const wanted = await wantedFrom(db, course, input);
    const { version } = wanted;
    const about = { text: plainText(version.question.prompt), from: version.from, through: version.through };
    if (wanted.problem !== null) return { ...about, problem: wanted.problem, preview: null };
    const holding = await correctionsOf(db, course.id, input.lesson);
    const plan = await planRegrade(db, wanted.of, withOneMore(holding, wanted));
    return {
      ...about,
      problem: null,
      preview: {
        words: wordsOfCorrection(wanted.correction, version, wanted.versions),
        ...shownRegrade(plan, input.page),
      },
    };
  },
});

import * as z from 'zod';
import { canGrade } from '@/rules/access';
import { plainText } from '@/rules/learning/plain-text';
import { operation } from '@/server/operation';
import { inCourse } from '../in-course';
import { versionIn, wordsOfCorrection } from '../oversight/get-question';
import { quizOf } from '../oversight/quiz';
import { versionsOf } from '../oversight/versions';
import { shownRegrade } from './shown';
import { planTakingBack, takingBackInput } from './taking-back';

/** What taking a correction back would do, and to whom. Nothing is written. */
export const previewTakingBack = operation({
  name: 'preview-taking-back',
  kind: 'read',
  by: 'person',
  input: z.strictObject({ ...takingBackInput, page: z.int().min(1).max(10_000) }),
  subject: inCourse,
  allow: canGrade,
  async run({ db, input, subject: course }) {
    const { made, plan } = await planTakingBack(db, course, input);
    const { editions } = await quizOf(db, course, input.lesson);
    const versions = await versionsOf(db, input.lesson, editions);
    const version = versionIn(versions, input.block, made.throughEdition);
    return {
      text: plainText(version.question.prompt),
      through: version.through,
      words: wordsOfCorrection(made.correction, version, versions),
      reason: made.reason,
      /** Whether it holds no more: then there is nothing to take back. */
      takenBack: made.takenBackAt !== null,
      ...shownRegrade(plan, input.page),
    };
  },
});

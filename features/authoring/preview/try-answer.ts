import * as z from 'zod';
import { answerInput, practised, unansweredOf } from '@/kinds/questions/verdict';
import { canSeeStudio } from '@/rules/access';
import { InvalidInput, operation } from '@/server/operation';
import { inStudio } from '../studio';
import { previewLessonInput, versionOf } from './version';

/** Marks an answer in the preview as it would be marked for a learner, and records nothing. */
export const tryAnswer = operation({
  name: 'try-answer',
  kind: 'read',
  by: 'person',
  input: z.strictObject({
    ...previewLessonInput,
    block: z.string().max(100),
    answer: answerInput,
  }),
  subject: inStudio,
  allow: canSeeStudio,
  async run({ db, input, subject: course }) {
    const version = await versionOf(db, course, input.version);
    const keys = await version.keys(input.lesson);
    const key = keys && Object.hasOwn(keys, input.block) ? keys[input.block] : undefined;
    if (!key) throw new InvalidInput({ block: 'This lesson has no such question. Reload the page.' });
    const verdict = practised(key, input.answer);
    if (!verdict) throw new InvalidInput({ answer: unansweredOf(key) });
    return { verdict, answer: input.answer };
  },
});

import * as z from 'zod';
import { filesOf } from '@/db/queries/work-files';
import { isSelfEnrolled } from '@/rules/access';
import { signOfFiles } from '@/rules/work/files';
import { countWords } from '@/rules/work/text';
import { lengthProblem, mayHandIn } from '@/rules/work/work';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { lessonInput } from '../place';
import { draftIn, lockedInWork, takenIn } from './place';
import { takeIn } from './take-in';

/** Hands written work in as it is kept, once its learner has looked at exactly that. A second time, it stays as it is. */
export const handInWork = operation({
  name: 'hand-in-work',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    number: z.coerce.number().int().min(1).max(100),
    revision: z.coerce.number().int().min(1).max(10_000_000),
    /** The sign of the files that were looked at. */
    files: z.string().max(1_000).default(''),
  }),
  subject: lockedInWork,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<{ number: number }> {
    const { rules, closesAt, now } = place;
    if (rules.form !== 'text') throw new NotFound(input.lesson);
    const taken = takenIn(place);
    if (taken.some(({ number }) => number === input.number)) return { number: input.number };
    const refusal = mayHandIn(
      rules,
      taken.map((one) => ({ number: one.number, back: one.releasedAt !== null })),
      closesAt !== null && now >= closesAt,
    );
    if (refusal) throw new Refused(refusal);
    const draft = draftIn(place);
    const problem = lengthProblem(rules, countWords(draft?.text ?? ''));
    if (!draft || problem) throw new InvalidInput({ text: problem ?? 'There is nothing to hand in yet.' });
    if (draft.revision !== input.revision || draft.number !== input.number)
      throw new Refused('changed-meanwhile');
    const files = await filesOf(db, draft.enrollmentId, draft.lessonId);
    if (signOfFiles(files.filter(({ number }) => number === draft.number)) !== input.files)
      throw new Refused('changed-meanwhile');
    await takeIn(db, place, draft, 'learner');
    return { number: draft.number };
  },
  audit: 'in-ledger',
});

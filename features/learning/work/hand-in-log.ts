import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { keepDraft, setEntries, versionsOf } from '@/db/queries/work';
import { isSelfEnrolled } from '@/rules/access';
import { isComplete, mostEntries } from '@/rules/claims/entry';
import { logProblem } from '@/rules/claims/log-rules';
import { entriesAsText, nameIn } from '@/rules/claims/plain';
import { mayHandIn } from '@/rules/work/work';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { titlesIn } from '../claims/shown';
import { enrollmentOf, lessonInput } from '../place';
import { entriesIn, seenOf } from './log';
import { draftIn, lockedInWork, takenIn } from './place';
import { takeIn } from './take-in';

/**
 * Hands in a copy of entries of one's claim log, once its learner has looked at exactly these. The log itself goes
 * on. A second time, what was handed in stays as it is.
 */
export const handInLog = operation({
  name: 'hand-in-log',
  kind: 'write',
  by: 'person',
  input: z.strictObject({
    ...lessonInput,
    number: z.coerce.number().int().min(1).max(100),
    /** The sign of the entries that were looked at, and which of them are handed in. */
    seen: z.string().max(100),
    entries: z.array(z.uuid()).max(mostEntries),
  }),
  subject: lockedInWork,
  allow: isSelfEnrolled,
  async run({ db, input, subject: place }): Promise<{ number: number }> {
    const { rules, closesAt, now, editionId, outline, edition } = place;
    if (rules.form !== 'claim-log') throw new NotFound(input.lesson);
    const taken = takenIn(place);
    if (taken.some(({ number }) => number === input.number)) return { number: input.number };
    const refusal = mayHandIn(
      rules,
      taken.map((one) => ({ number: one.number, back: one.releasedAt !== null })),
      closesAt !== null && now >= closesAt,
    );
    if (refusal) throw new Refused(refusal);
    const number = taken.length + 1;
    const enrollmentId = enrollmentOf(place);
    const complete = (await entriesIn(db, enrollmentId)).filter(isComplete);
    if (seenOf(complete) !== input.seen || number !== input.number) throw new Refused('changed-meanwhile');
    const entries = complete.filter(({ id }) => input.entries.includes(id));
    const titles = titlesIn(edition);
    const problem = logProblem(rules, entries, nameIn(titles));
    if (problem) throw new InvalidInput({ entries: problem });
    // What is left of a draft, from when the lesson asked for a text, gives way.
    const base = draftIn(place)?.revision ?? 0;
    const text = entriesAsText(entries, titles);
    const draft = { enrollmentId, editionId, lessonId: outline.id, number, rules, text, closesAt };
    await keepDraft(db, { ...draft, base, writer: randomUUID() });
    const versions = await versionsOf(db, enrollmentId, outline.id);
    const kept = draftIn({ versions });
    if (!kept) throw new Error('a draft is not there that was kept');
    await setEntries(db, kept.id, entries);
    await takeIn(db, { ...place, versions }, kept, 'learner');
    return { number };
  },
  audit: 'in-ledger',
});

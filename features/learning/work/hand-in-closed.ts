import * as z from 'zod';
import type { Db } from '@/db/client';
import { setClosing, submissionOwner } from '@/db/queries/work';
import { isPlatform } from '@/rules/access';
import { countWords } from '@/rules/work/text';
import { lengthProblem } from '@/rules/work/work';
import { operation } from '@/server/operation';
import { draftIn, lockedInWork, type WorkPlace } from './place';
import { takeIn } from './take-in';

type Closed = { id: string; place: WorkPlace | null };

/** A draft with the place it is written for, if its edition still has one; null when there is no such draft. */
async function closedDraft(db: Db, { submission: id }: { submission: string }): Promise<Closed | null> {
  const owner = await submissionOwner(db, id);
  if (!owner) return null;
  return { id, place: await lockedInWork(db, owner, owner) };
}

/**
 * Hands in a draft that has closed, if it is long enough, whether or not a browser is still there. Where days were
 * agreed on meanwhile, it waits on; what cannot be handed in stays a draft, which its learner can read.
 */
export const handInClosed = operation({
  name: 'hand-in-closed',
  kind: 'write',
  by: 'person',
  input: z.strictObject({ submission: z.uuid() }),
  subject: closedDraft,
  allow: isPlatform,
  async run({ db, subject: { id, place } }): Promise<{ handedIn: boolean }> {
    const draft = place && draftIn(place);
    const open = place?.closesAt && place.closesAt > place.now;
    await setClosing(db, id, open ? place.closesAt : null);
    if (open || !draft || draft.id !== id || !place.closesAt || !place.mayLearn) return { handedIn: false };
    const { rules } = place;
    if (rules.form !== 'text' || lengthProblem(rules, countWords(draft.text))) return { handedIn: false };
    await takeIn(db, place, draft, 'clock');
    return { handedIn: true };
  },
  audit: 'in-ledger',
});

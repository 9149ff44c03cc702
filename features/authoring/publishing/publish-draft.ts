import * as z from 'zod';
import { canEditCourse } from '@/rules/access';
import { operation } from '@/server/operation';
import type { Published } from '../store-edition';
import { inStudio } from '../studio';
import type { Moved } from './carry-out-moves';
import { publishInput } from './input';
import { publishCompiled } from './publish-compiled';
import { reviewedDraft, type Stopped } from './reviewed-draft';

type Output = ({ ok: true } & Published & Moved) | Stopped;

/**
 * Publishes the draft that was reviewed as the next edition, and moves learners to it as was chosen, in one
 * transaction: it is published whole or not at all.
 */
export const publishDraft = operation({
  name: 'publish-draft',
  kind: 'write',
  by: 'person',
  input: z.strictObject(publishInput),
  subject: inStudio,
  allow: canEditCourse,
  async run({ db, actor, input, subject }): Promise<Output> {
    const draft = await reviewedDraft(db, subject, { userId: actor.userId, ...input });
    if (!draft.ok) return draft;
    const { note, moves } = input;
    return { ok: true, ...(await publishCompiled(db, { ...draft, publishedBy: actor.userId, note, moves })) };
  },
  audit: ({ input, output }) => {
    if (!output.ok) return null;
    const { number, outcome, moved, finished } = output;
    const detail = { edition: number, outcome, moves: input.moves, moved, finished, note: input.note };
    return { object: `course:${input.course}`, detail };
  },
});

import * as z from 'zod';
import { addComment, changeComment, countComments, ownComment, renewClaim } from '@/db/queries/work-comments';
import { canGrade } from '@/rules/access';
import { isStorable } from '@/rules/storable';
import {
  type Anchor,
  anchorAt,
  findAnchor,
  longestComment,
  mostComments,
  type TextComment,
} from '@/rules/work/comments';
import { passagesOf } from '@/rules/work/text';
import { InvalidInput, NotFound, operation, Refused } from '@/server/operation';
import { inGrading, leaseMinutes, submissionInput } from '../in-queue';
import { isByTwo } from '../two-graders';

const place = z.coerce.number().int().min(0).max(1_000_000).optional();

const input = z.strictObject({
  ...submissionInput,
  id: z.uuid(),
  says: z
    .string()
    .max(longestComment, `A comment has at most ${longestComment} characters.`)
    .refine(isStorable, 'It has characters that cannot be stored.')
    .optional(),
  /** Where a new one stands: as it was selected, or by the number of a paragraph and words of it. */
  from: place,
  to: place,
  paragraph: place,
  words: z.string().max(10_000).optional(),
  /** Whether it is to be gone. Put again, it is back. */
  deleted: z.union([z.boolean(), z.literal('yes').transform(() => true)]).default(false),
});

/** Where a new comment stands in the text, or what is wrong with where it should. */
function placeOf(text: string, { from, to, paragraph, words }: z.output<typeof input>): Anchor {
  if (from !== undefined && to !== undefined) {
    const anchor = anchorAt(text, { from, to });
    if (anchor) return anchor;
    throw new InvalidInput({ from: 'These are no words of the text, or more than 5,000 characters of it.' });
  }
  const found = findAnchor(passagesOf(text), paragraph ?? 0, words ?? '');
  if (found === 'paragraph')
    throw new InvalidInput({ paragraph: 'There is no such paragraph. Their numbers stand beside the text.' });
  const anchor = found === 'words' ? null : anchorAt(text, found);
  if (!anchor)
    throw new InvalidInput({ words: `These words are not in paragraph ${paragraph}. Copy them from it.` });
  return anchor;
}

/**
 * Writes, changes, deletes or brings back a comment on words of a version that one grades. As every save does, it keeps
 * the version theirs; once it is another's, or graded, nothing is written.
 */
export const putComment = operation({
  name: 'put-comment',
  kind: 'write',
  by: 'person',
  input,
  subject: inGrading,
  allow: canGrade,
  async run({ db, actor, input, subject: { submission }, now }) {
    const holds = { submissionId: submission.id, graderId: actor.userId };
    if (!(await renewClaim(db, { ...holds, minutes: leaseMinutes }, isByTwo(submission))))
      throw new Refused(submission.gradedAt ? 'work-graded' : 'work-taken');
    const { id, deleted } = input;
    const there = await ownComment(db, holds, id);
    const says = (input.says ?? there?.says ?? '').trim() || (deleted ? there?.says : '');
    const answer = (comment: TextComment) => ({ comment, savedAt: now.toISOString() });
    if (!there && deleted) throw new NotFound('no such comment');
    if (!says) throw new InvalidInput({ says: 'Write what you want to say, or delete the comment.' });
    const isNew = !there || (there.deletedAt !== null && !deleted);
    if (isNew && (await countComments(db, holds)) >= mostComments) throw new Refused('too-many-comments');
    if (there) {
      await changeComment(db, id, { says, deleted });
      const { deletedAt: _, ...comment } = there;
      return answer({ ...comment, says });
    }
    const anchor = placeOf(submission.text, input);
    const comment = { id, ...anchor, quote: submission.text.slice(anchor.from, anchor.to), says };
    if (!(await addComment(db, { ...holds, ...comment }))) throw new NotFound('the id is another’s');
    return answer(comment);
  },
  audit: 'in-ledger',
});

import Link from 'next/link';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { SelectField } from '@/components/ui/select-field';
import { TextArea } from '@/components/ui/text-area';
import type { CommentBank } from '@/features/learning/work/comments/list-bank-comments';
import type { FormState } from '@/rules/form-state';
import { longestTitle, titleOf } from '@/rules/work/comment-bank';
import { longestComment } from '@/rules/work/comments';

type Action = (state: FormState, form: FormData) => Promise<FormState>;
type Kept = CommentBank['comments'][number];
type Of = { slug: string; criteria: CommentBank['criteria'] };

/** The fields of a comment of the bank. */
export function BankFields({ slug, id, criteria, kept }: Of & { id: string; kept: Kept | null }) {
  const gone = kept?.criterion && criteria.every((one) => one.id !== kept.criterion) ? kept.criterion : null;
  return (
    <>
      <input type="hidden" name="course" value={slug} />
      <input type="hidden" name="id" value={id} />
      <TextArea
        name="text"
        label="The comment"
        defaultValue={kept?.text}
        rows={3}
        maxLength={longestComment}
      />
      <Field
        name="title"
        label="Its title"
        hint="By which it is found. Its first words unless you give one."
        defaultValue={kept?.title}
        maxLength={longestTitle}
      />
      <SelectField
        name="criterion"
        label="Criterion"
        hint="It comes first where this is graded by."
        defaultValue={kept?.criterion ?? ''}
        options={[
          { value: '', label: 'Of none' },
          ...criteria.map((one) => ({ value: one.id, label: one.title })),
          ...(gone ? [{ value: gone, label: `${gone} (not in the course any more)` }] : []),
        ]}
      />
    </>
  );
}

type Props = Of & { comments: readonly Kept[]; remove: Action };

/** The comments of the bank, each with where it is changed and what deletes it. */
export function BankList({ slug, comments, criteria, remove }: Props) {
  return (
    <ul className="bank-list" aria-label="Comments of the bank">
      {comments.map((kept) => (
        <li key={kept.id}>
          {/* A title that was made of the comment would say its first words twice. */}
          <h3 className={kept.title === titleOf(kept.text) ? 'visually-hidden' : undefined}>{kept.title}</h3>
          <p className="work-comment">{kept.text}</p>
          {kept.criterion && (
            <p className="work-hint">
              Of: {criteria.find(({ id }) => id === kept.criterion)?.title ?? kept.criterion}
            </p>
          )}
          <div className="bank-actions">
            <Link href={`/teach/${slug}/work/comments?edit=${kept.id}#one`} prefetch={false}>
              Change <span className="visually-hidden">“{kept.title}”</span>
            </Link>
            <Form
              action={remove}
              submitLabel={
                <>
                  Delete <span className="visually-hidden">“{kept.title}”</span>
                </>
              }
              pendingLabel="Deleting …"
              look="secondary"
            >
              <input type="hidden" name="course" value={slug} />
              <input type="hidden" name="id" value={kept.id} />
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}

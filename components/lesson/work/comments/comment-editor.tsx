import { type FormEvent, type KeyboardEvent, useActionState, useEffect, useRef, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import type { FormState } from '@/rules/form-state';
import type { BankComment } from '@/rules/work/comment-bank';
import { longestComment, type Numbered } from '@/rules/work/comments';
import { BankPicker } from './bank-picker';
import type { Comments, Held } from './use-comments';

export type CommentAction = (state: FormState, form: FormData) => Promise<FormState>;
export type Desk = {
  course: string;
  submission: string;
  criteria: readonly string[];
  bank: readonly BankComment[];
  action: CommentAction;
};

type Props = Desk & {
  comment: Numbered & Held;
  comments: Comments;
  /** Whether it was begun just now: then its field has the focus. */
  begun: boolean;
  /** Whether there is a script. */
  ready: boolean;
};

/** One comment as its grader has it: what it says, to be changed in its place, kept for later, or deleted. */
export function CommentEditor({ comment, comments, begun, ready, ...desk }: Props) {
  const { course, submission, criteria, bank, action } = desk;
  const { id, number, says, words, trouble, deleted } = comment;
  const [state, run, pending] = useActionState(action, { status: 'idle' } satisfies FormState as FormState);
  const [picking, setPicking] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (begun) field.current?.focus();
  }, [begun]);

  if (deleted)
    return (
      <p className="comment-gone" role="status">
        {trouble ?? 'Deleted.'}{' '}
        <button type="button" className={buttonClass('quiet')} onClick={() => comments.remove(id, false)}>
          Undo <span className="visually-hidden">the deletion of comment {number}</span>
        </button>
      </p>
    );

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== '/' || event.currentTarget.value !== '') return;
    event.preventDefault();
    setPicking(true);
  };
  const close = () => {
    setPicking(false);
    field.current?.focus();
  };
  const take = (text: string) => {
    const all = says.trim() === '' ? text : `${says.trimEnd()} ${text}`;
    comments.change(id, all.slice(0, longestComment).toWellFormed());
    close();
  };
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const button = (event.nativeEvent as SubmitEvent).submitter as HTMLButtonElement | null;
    if (!ready || button?.value === 'bank') return;
    event.preventDefault();
    if (button?.value === 'delete') comments.remove(id, true);
  };
  const said = state.message ?? Object.values(state.fields ?? {})[0];
  return (
    <form action={run} onSubmit={onSubmit} className="comment-form">
      <input type="hidden" name="course" value={course} />
      <input type="hidden" name="submission" value={submission} />
      <input type="hidden" name="id" value={id} />
      <textarea
        ref={field}
        name="says"
        aria-label={`Comment ${number}`}
        aria-describedby={`comment-${number}-hint`}
        rows={2}
        maxLength={longestComment}
        value={says}
        placeholder={ready ? 'What you say to these words; / finds it in the bank' : undefined}
        onChange={(event) => comments.change(id, event.target.value)}
        onKeyDown={onKeyDown}
      />
      {picking && <BankPicker bank={bank} criteria={criteria} onTake={take} onClose={close} />}
      <p role="status" id={`comment-${number}-hint`} className={trouble ? 'work-trouble' : 'work-hint'}>
        {trouble ?? said ?? words}
      </p>
      <div className="comment-buttons">
        {!ready && (
          <button type="submit" name="then" value="save">
            Save
          </button>
        )}
        {ready && (
          <button type="button" aria-expanded={picking} onClick={() => setPicking(!picking)}>
            From the bank
          </button>
        )}
        <button type="submit" name="then" value="bank" aria-disabled={pending || says.trim() === ''}>
          Keep for later
        </button>
        <button type="submit" name="then" value="delete">
          Delete <span className="visually-hidden">comment {number}</span>
        </button>
      </div>
    </form>
  );
}

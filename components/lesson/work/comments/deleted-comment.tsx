import { Form } from '@/components/ui/form';
import type { CommentAction } from './comment-editor';

type Props = { course: string; submission: string; id: string; action: CommentAction };

/** Where there is no script: that a comment was deleted, and what brings it back. */
export function DeletedComment({ course, submission, id, action }: Props) {
  return (
    <div className="comment-gone">
      <p>The comment is deleted.</p>
      <Form action={action} submitLabel="Undo" pendingLabel="Bringing it back …" look="secondary">
        <input type="hidden" name="course" value={course} />
        <input type="hidden" name="submission" value={submission} />
        <input type="hidden" name="id" value={id} />
      </Form>
    </div>
  );
}

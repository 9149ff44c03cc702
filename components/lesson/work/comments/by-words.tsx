import { type FormEvent, useState } from 'react';
import { Field } from '@/components/ui/field';
import { Form } from '@/components/ui/form';
import { TextArea } from '@/components/ui/text-area';
import { type Anchor, findAnchor, longestComment } from '@/rules/work/comments';
import type { Passage } from '@/rules/work/text';
import type { Desk } from './comment-editor';

type Props = Desk & {
  passages: readonly Passage[];
  /** The id of a comment that is written here without a script. */
  fresh: string;
  /** Takes a comment where there is a script; null where there is none. */
  onAdd: ((anchor: Anchor, says: string) => void) | null;
};

/** A comment without pointing at anything: by the number of a paragraph and, where it is not on all of it, its words. */
export function ByWords({ course, submission, passages, fresh, action, onAdd }: Props) {
  const [problem, setProblem] = useState<string | null>(null);
  const [written, setWritten] = useState(0);
  const onSubmit = (event: FormEvent<HTMLElement>) => {
    if (!onAdd) return;
    event.preventDefault();
    event.stopPropagation();
    const form = new FormData(event.target as HTMLFormElement);
    const [number, words, says] = ['paragraph', 'words', 'says'].map((name) => String(form.get(name)));
    const anchor = findAnchor(passages, Number(number), words ?? '');
    if (anchor === 'paragraph') return setProblem('There is no such paragraph.');
    if (anchor === 'words') return setProblem(`These words are not in paragraph ${number}.`);
    if (!says?.trim()) return setProblem('Write what you want to say.');
    setProblem(null);
    setWritten(written + 1);
    onAdd(anchor, says);
  };
  return (
    <details className="by-words" open={onAdd === null || undefined}>
      <summary>Comment by the number of a paragraph</summary>
      {problem && (
        <p role="alert" className="work-trouble">
          {problem}
        </p>
      )}
      <div onSubmitCapture={onSubmit}>
        <Form
          key={written}
          action={action}
          submitLabel="Add the comment"
          pendingLabel="Adding …"
          look="secondary"
          className="grid gap-3 [&>button]:justify-self-start"
        >
          <input type="hidden" name="course" value={course} />
          <input type="hidden" name="submission" value={submission} />
          <input type="hidden" name="id" value={fresh} />
          <Field
            name="paragraph"
            label="Paragraph"
            type="number"
            min={1}
            max={passages.length}
            defaultValue="1"
            className="max-w-32"
          />
          <Field
            name="words"
            label="Only these words of it"
            hint="As they stand there. Empty for the whole paragraph."
          />
          <TextArea name="says" label="What you say to them" rows={2} maxLength={longestComment} />
        </Form>
      </div>
    </details>
  );
}

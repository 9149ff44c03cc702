'use client';

import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { buttonClass } from '@/components/ui/button-class';
import { address, confirmed, type Lesson, post, setLink } from './progress-store';
import { useProgress } from './use-progress';

type Props = {
  lesson: Lesson;
  blocks: { id: string; label: string; completesBy: string }[];
  done: string[];
  next: { id: string; title: string } | null;
};

const isLab = ({ label }: { label: string }) => label.startsWith('Lab: ');

/** How many questions and labs are left, in words. */
function toDo(blocks: { label: string }[]): string {
  const labs = blocks.filter(isLab).length;
  const questions = blocks.length - labs;
  return [
    questions > 0 && (questions === 1 ? 'one question' : `${questions} questions`),
    labs > 0 && (labs === 1 ? 'one lab' : `${labs} labs`),
  ]
    .filter(Boolean)
    .join(' and ');
}

/** The end of a lesson: says what is missing, completes it, and leads on. */
export function Finish({ lesson, blocks, done, next }: Props) {
  const state = useProgress({ done, total: blocks.length });
  const [message, setMessage] = useState<string | null>(null);
  const [sending, setSending] = useState(false);
  const missing = blocks.filter((block) => !state.done.has(block.id));
  const questions = missing.filter((block) => block.completesBy !== 'viewed');
  const complete = missing.length === 0;

  const finish = async (event: FormEvent) => {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setMessage(null);
    try {
      const { status, body } = await post(address(lesson, 'complete'), {});
      if (status === 200) confirmed(body.done as string[]);
      else setMessage(`${String(body.message ?? 'The server did not answer.')} Nothing you did is lost.`);
    } catch {
      setLink('offline');
      setMessage('You are offline. What you read is kept on this device and will sync when you are back.');
    }
    setSending(false);
  };

  return (
    <section id="finish" aria-labelledby="finish-title" className={`finish ${complete ? 'finish-done' : ''}`}>
      <h2 id="finish-title">{complete ? 'Lesson complete' : 'Finish this lesson'}</h2>
      {complete ? (
        <>
          <p role="status">Every step of this lesson is done and recorded.</p>
          <div className="finish-actions">
            {next ? (
              <Link
                href={`/learn/${lesson.course}/${next.id}`}
                prefetch={false}
                className={buttonClass('primary')}
              >
                Next: {next.title}
              </Link>
            ) : (
              <Link href={`/learn/${lesson.course}`} prefetch={false} className={buttonClass('primary')}>
                See where you stand in the course
              </Link>
            )}
          </div>
        </>
      ) : (
        <form action={address(lesson, 'complete')} method="post" onSubmit={finish}>
          {questions.length > 0 ? (
            <>
              <p>
                Still to do: {toDo(questions)}. A question is done when it is answered right; try as often as
                you like.{questions.some(isLab) && ' A lab is done when the server has verified it.'}
              </p>
              <ul>
                {questions.map((block) => (
                  <li key={block.id}>
                    <a href={`#${block.id}`}>{block.label.replace(/^Question: /, '')}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : (
            <p>Mark what you have read as done, and go on.</p>
          )}
          {message && (
            <p role="alert" className="question-problem">
              {message}
            </p>
          )}
          <div className="finish-actions">
            <button type="submit" className={buttonClass(questions.length > 0 ? 'secondary' : 'primary')}>
              {sending
                ? 'Saving …'
                : questions.length > 0
                  ? 'Mark everything as read'
                  : 'Complete the lesson'}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

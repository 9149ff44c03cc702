'use client';

import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { CommentedText } from '@/components/lesson/work/commented-text';
import { buttonClass } from '@/components/ui/button-class';
import { type Anchor, anchorAt, findAnchor, numbered, type TextComment } from '@/rules/work/comments';
import { passagesOf } from '@/rules/work/text';
import { ByWords } from './by-words';
import { CommentEditor, type Desk } from './comment-editor';
import { useComments } from './use-comments';
import { selectedIn, useSelectedWords } from './use-selected-words';

type Props = Desk & {
  text: string;
  comments: readonly TextComment[];
  /** The id of a comment that is written without a script. */
  fresh: string;
};

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

/**
 * A text as its grader comments on it: words are selected, or a paragraph is taken by its button, and what is said
 * to them stands beside them and is kept as it is written.
 */
export function CommentDesk({ text, comments: first, fresh, ...desk }: Props) {
  const comments = useComments(`/api/teach/${desk.course}/work/${desk.submission}/comments`, first);
  const [ready, setReady] = useState(false);
  const [begun, setBegun] = useState<string | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const selected = useSelectedWords(box);
  const anchor = selected && anchorAt(text, selected);
  const passages = passagesOf(text);
  useEffect(() => setReady(true), []);

  const add = (at: Anchor, says = '') => {
    document.getSelection()?.removeAllRanges();
    setBegun(comments.add(at, text.slice(at.from, at.to), says));
  };
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });
  useEffect(() => {
    // The selection is read as the key is pressed: who is quick is not asked to wait for a page to be drawn.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'c' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      const words = box.current && selectedIn(box.current);
      const at = words && anchorAt(text, words);
      if (!at) return;
      event.preventDefault();
      latest.current(at);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [text]);

  /** Before the browser lets go of what is selected, as it does where a finger comes down. */
  const onPointerDown = (event: PointerEvent) => {
    event.preventDefault();
    if (anchor) add(anchor);
  };
  const onParagraph = (number: number) => {
    const whole = findAnchor(passages, number, '');
    const at = typeof whole === 'string' ? null : anchorAt(text, whole);
    if (at) add(at);
  };
  return (
    <div ref={box} className="comment-desk">
      <CommentedText
        passages={passages}
        comments={numbered(comments.list)}
        item={(comment) => (
          <CommentEditor
            {...desk}
            comment={comment as typeof comment & (typeof comments.list)[number]}
            comments={comments}
            begun={comment.id === begun}
            ready={ready}
          />
        )}
        below={
          ready
            ? (number) => (
                <button type="button" className="comment-add" onClick={() => onParagraph(number)}>
                  Comment on paragraph {number}
                </button>
              )
            : undefined
        }
      />
      {anchor && (
        <p className="comment-selected">
          <q>{text.slice(anchor.from, anchor.to)}</q>
          <button
            type="button"
            className={buttonClass('primary')}
            onPointerDown={onPointerDown}
            onClick={({ detail }) => detail === 0 && add(anchor)}
          >
            Comment <kbd>c</kbd>
          </button>
        </p>
      )}
      <ByWords
        {...desk}
        passages={passages}
        fresh={fresh}
        onAdd={ready ? (at, says) => add(at, says) : null}
      />
    </div>
  );
}

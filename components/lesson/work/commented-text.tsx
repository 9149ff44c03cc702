import type { ReactNode } from 'react';
import { beginningIn, type Numbered, segmentsOf } from '@/rules/work/comments';
import type { Passage } from '@/rules/work/text';

type Props = {
  passages: readonly Passage[];
  comments: readonly Numbered[];
  /** What stands in a comment below the words it is about; what it says, unless it is something else. */
  item?: (comment: Numbered) => ReactNode;
  /** What stands below the comments of a paragraph, by its number from 1. */
  below?: (number: number) => ReactNode;
};

/** The most characters of a quote that are shown whole: the words themselves are marked beside it. */
const shownQuote = 160;

/**
 * A text in its numbered paragraphs, with what is said to its words: beside them where there is room, else below. The
 * marked words and the comment lead to each other.
 */
export function CommentedText({ passages, comments, item, below }: Props) {
  return (
    <ol className="work-text commented">
      {passages.map((passage, index) => (
        <li key={passage.from}>
          <p className="commented-words">
            {segmentsOf(passage, comments).map((segment) => (
              <Words key={segment.from} {...segment} />
            ))}
          </p>
          <div className="commented-margin">
            <Said comments={beginningIn(passage, comments)} number={index + 1} item={item} />
            {below?.(index + 1)}
          </div>
        </li>
      ))}
    </ol>
  );
}

type WordsProps = { from: number; text: string; of: number[]; begin: number[] };

/** Words over which the same comments lie, after the numbers of those that begin here. */
function Words({ from, text, of, begin }: WordsProps) {
  return (
    <>
      {begin.map((number) => (
        <a
          key={number}
          id={`words-${number}`}
          href={`#comment-${number}`}
          className="comment-number"
          aria-label={`Comment ${number}`}
        >
          {number}
        </a>
      ))}
      {of.length > 0 ? (
        <mark data-from={from} data-over={Math.min(of.length, 3)}>
          {text}
        </mark>
      ) : (
        <span data-from={from}>{text}</span>
      )}
    </>
  );
}

type SaidProps = { comments: readonly Numbered[]; number: number; item: Props['item'] };

function Said({ comments, number, item }: SaidProps) {
  if (comments.length === 0) return null;
  return (
    <ol className="comments" aria-label={`Comments on paragraph ${number}`}>
      {comments.map((comment) => (
        <li key={comment.id} id={`comment-${comment.number}`}>
          <p className="comment-quote">
            <a
              href={`#words-${comment.number}`}
              className="comment-number"
              aria-label={`Comment ${comment.number}: to its words`}
            >
              {comment.number}
            </a>{' '}
            <q>
              {comment.quote.length > shownQuote
                ? `${comment.quote.slice(0, shownQuote).toWellFormed()} …`
                : comment.quote}
            </q>
          </p>
          {item ? item(comment) : <p className="work-comment">{comment.says}</p>}
        </li>
      ))}
    </ol>
  );
}

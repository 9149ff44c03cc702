import Link from 'next/link';
import { Html } from './html';
import type { Lesson } from './progress-store';
import { TermForm } from './term-form';

type Props = {
  passages: string;
  glossary: string;
  /** Where words are chosen for the daily review; null for somebody who reads without a ledger. */
  lesson: Lesson | null;
  /** The address of the course as it is read here. */
  home: string;
};

/**
 * The passages the lesson frames, with their words, speaker and the other lessons that use them, and the
 * words it explains: beside it or, on a phone, over it. Both are html.
 */
export function NotesPane({ passages, glossary, lesson, home }: Props) {
  const words = <Html as="dl" className="glossary" html={glossary} />;
  return (
    <aside id="notes" popover="auto" aria-label="Passages and glossary" className="pane pane-right">
      {passages !== '' && (
        <section>
          <h2 className="pane-title">The source, passage by passage</h2>
          <Html className="passage-list" html={passages} />
        </section>
      )}
      {glossary !== '' && (
        <section>
          <h2 className="pane-title">Words in this lesson</h2>
          {lesson ? <TermForm lesson={lesson}>{words}</TermForm> : words}
          <p className="library-link">
            <Link href={`${home}/library/glossary`} prefetch={false}>
              All words of the course
            </Link>
          </p>
        </section>
      )}
    </aside>
  );
}

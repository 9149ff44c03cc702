import Link from 'next/link';
import type { ReactNode } from 'react';
import { problemsInWords, versionInWords } from './words';

type Props = {
  course: string;
  version: string;
  problems: number;
  /** What a learner reads who may not begin the lesson yet. */
  held?: string | null;
  /** The way back to where this is written. */
  children?: ReactNode;
};

/** Says quietly that this is a preview, of what, and what stands in the way of publishing it. */
export function PreviewBanner({ course, version, problems, held, children }: Props) {
  return (
    <div className="preview-banner">
      <p>Preview of {versionInWords(version)} as a student sees it. Nothing is recorded.</p>
      {held && <p>A student who begins today cannot open this lesson yet. “{held}”</p>}
      {problems > 0 && (
        <p>
          <Link href={`/teach/${course}/publish`} prefetch={false} className="preview-link">
            The draft has {problemsInWords(problems)}
          </Link>{' '}
          to be mended before it can be published.
        </p>
      )}
      {children}
    </div>
  );
}

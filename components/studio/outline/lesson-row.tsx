import Link from 'next/link';
import type { ReactNode } from 'react';
import type { OutlineLesson } from '@/features/authoring/outline/get-outline';
import { ProblemCounts } from './counts';
import { RowActions } from './row-actions';

/** A lesson as a line in the table of contents: number, title, minutes, and what is to be known of it. */
export function LessonRow({
  lesson,
  number,
  course,
  mayEdit,
  first,
  last,
  children,
}: {
  lesson: OutlineLesson;
  number: string;
  course: string;
  mayEdit: boolean;
  /** Of the whole course: then there is nowhere to go. */
  first: boolean;
  last: boolean;
  children?: ReactNode;
}) {
  const { fileId, title, minutes, release } = lesson;
  const address = `/teach/${course}/lessons/${fileId}`;
  const counted = lesson.problems > 0 || lesson.advice > 0;
  return (
    <li id={`row-${fileId}`} tabIndex={-1} data-lesson={fileId} className="toc-lesson">
      <div className="toc-line">
        {mayEdit && (
          <span
            className="toc-grip"
            draggable
            data-drag={`lesson:${fileId}`}
            title="Drag to move"
            aria-hidden="true"
          />
        )}
        <span className="toc-number">{number}</span>
        <Link href={address} prefetch={false} className="toc-title">
          {title}
        </Link>
        <span className="toc-dots" aria-hidden="true" />
        {counted && (
          <span className="toc-counts">
            <ProblemCounts {...lesson} />
          </span>
        )}
        <span className="toc-minutes" title={lesson.estimated ? 'Estimated' : undefined}>
          {minutes === null ? '…' : `${minutes} min`}
        </span>
        {mayEdit && (
          <RowActions
            row={{ kind: 'lesson', fileId, title }}
            first={first}
            last={last}
            moveTo={`/teach/${course}/outline?move=${fileId}#to`}
            details={`${address}/details`}
          />
        )}
      </div>
      {release.length > 0 && (
        <p className="toc-notes">
          {release.map((note) => (
            <span key={note}>{note}</span>
          ))}
        </p>
      )}
      {children}
    </li>
  );
}

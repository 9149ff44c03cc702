import Link from 'next/link';
import type { ReactNode } from 'react';
import type { OutlineModule } from '@/features/authoring/outline/get-outline';
import { counted } from '@/rules/counted';
import { hoursAndMinutes } from '@/rules/time/duration';
import { ProblemCounts } from './counts';
import { RowActions } from './row-actions';

/** A module as a numbered section of the table of contents. */
export function ModuleSection({
  module,
  number,
  course,
  mayEdit,
  last,
  children,
  add,
}: {
  module: OutlineModule;
  number: number;
  course: string;
  mayEdit: boolean;
  last: boolean;
  /** The lines of its lessons. */
  children: ReactNode;
  add: ReactNode;
}) {
  const { fileId, title, lessons, release, hasHead } = module;
  const minutes = lessons.reduce((sum, lesson) => sum + (lesson.minutes ?? 0), 0);
  const details = `/teach/${course}/outline/modules/${fileId}`;
  return (
    <section aria-labelledby={`title-${fileId}`} data-module={fileId} className="toc-module">
      <header id={`row-${fileId}`} tabIndex={-1} className="toc-head">
        {mayEdit && (
          <span
            className="toc-grip"
            draggable
            data-drag={`module:${fileId}`}
            title="Drag to move"
            aria-hidden="true"
          />
        )}
        <span className="toc-numeral" aria-hidden="true">
          {number}
        </span>
        <div className="min-w-0 flex-1">
          <h2 id={`title-${fileId}`} className="toc-name">
            <span className="visually-hidden">Module {number}: </span>
            {mayEdit && hasHead ? (
              <Link href={details} prefetch={false} className="toc-name-link">
                {title}
              </Link>
            ) : (
              title
            )}
          </h2>
          <p className="toc-notes">
            <span>
              {counted(lessons.length, 'lesson')}
              {minutes > 0 && `, ${hoursAndMinutes(minutes)}`}
            </span>
            {release.map((note) => (
              <span key={note}>{note}</span>
            ))}
            {hasHead && (module.problems > 0 || module.advice > 0) && (
              <Link href={`/teach/${course}/files/${fileId}`} prefetch={false} className="toc-counts">
                <ProblemCounts {...module} />
              </Link>
            )}
            {!hasHead && <span className="toc-count toc-count-bad">module.yaml is missing</span>}
          </p>
        </div>
        {mayEdit && (
          <RowActions
            row={{ kind: 'module', fileId, title }}
            first={number === 1}
            last={last}
            moveTo={null}
            details={hasHead ? details : null}
          />
        )}
      </header>
      {lessons.length > 0 && <ol className="toc-lessons">{children}</ol>}
      {add}
    </section>
  );
}

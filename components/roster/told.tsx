import type { ReactNode } from 'react';

/** What learners read of the terms as they are stored, beside the form that changes them. */
export function Told({ sentences, children }: { sentences: readonly string[]; children?: ReactNode }) {
  return (
    <aside aria-label="What learners read" className="lg:sticky lg:top-6 lg:self-start">
      <div className="course-sheet p-6">
        <h2 className="text-lg">Learners read</h2>
        <ul className="mt-3 grid gap-2 text-sm">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        {children}
      </div>
    </aside>
  );
}

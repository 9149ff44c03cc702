import Link from 'next/link';
import type { CoverageScreen } from '@/features/authoring/sources/get-coverage';
import { cellWords } from './coverage-words';
import { RowName } from './not-taught';

/** The grid as a list, for screens that are too narrow for it. */
export function CoverageList({ course, screen }: { course: string; screen: CoverageScreen }) {
  const taught = screen.rows.filter(({ cells }) => cells.some(Boolean));
  return (
    <section aria-labelledby="list-title" className="coverage-narrow">
      <h2 id="list-title" className="mb-3 text-2xl">
        What is taught where
      </h2>
      {taught.length === 0 && <p className="text-soft">No lesson frames any of it yet.</p>}
      <ul className="coverage-cards">
        {taught.map((row) => (
          <li key={row.id}>
            <p className="font-semibold">
              <RowName id={row.id} label={row.label} />
            </p>
            <ul>
              {row.cells.map((cell, index) => {
                const lesson = screen.lessons[index];
                return (
                  cell &&
                  lesson && (
                    <li key={lesson.fileId}>
                      <Link href={`/teach/${course}/lessons/${lesson.fileId}`} prefetch={false}>
                        {lesson.title}
                      </Link>
                      <span className="text-soft">: {cellWords(cell)}</span>
                    </li>
                  )
                );
              })}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

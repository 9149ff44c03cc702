import Link from 'next/link';
import type { CoverageScreen } from '@/features/authoring/sources/get-coverage';
import { cellWords } from './coverage-words';
import { RowName } from './not-taught';

/** Beyond these, rows that no lesson has anything to do with are left to the list above. */
const mostRows = 150;

/** Rows against lessons. Its first column and its head stay while the rest scrolls in its own box. */
export function CoverageGrid({ course, screen }: { course: string; screen: CoverageScreen }) {
  const { lessons } = screen;
  const long = screen.rows.length > mostRows;
  const rows = long ? screen.rows.filter(({ cells }) => cells.some(Boolean)) : screen.rows;
  return (
    <div className="coverage-wide">
      <h2 id="grid-title" className="mb-1 text-2xl">
        {screen.by === 'theme' ? 'Themes and lessons' : 'Passages and lessons'}
      </h2>
      <p className="mb-4 text-soft">
        A full mark: the lesson frames it. The number is how many questions test it; an open ring, that only a
        question speaks of it.{long && ' Rows that no lesson takes up are only listed above.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls has to be reachable by keyboard */}
      <section className="coverage-box" tabIndex={0} aria-labelledby="grid-title">
        <table className="coverage-grid-table">
          <thead>
            <tr>
              <th scope="col">{screen.by === 'theme' ? 'Theme' : 'Passage'}</th>
              {lessons.map((lesson) => (
                <th scope="col" key={lesson.fileId}>
                  <Link href={`/teach/${course}/lessons/${lesson.fileId}`} prefetch={false}>
                    {lesson.title}
                  </Link>
                  <span>
                    {lesson.objectives} obj. · {lesson.questions} qu.
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id} data-standing={row.standing}>
                <th scope="row">
                  <RowName id={row.id} label={row.label} />
                </th>
                {row.cells.map((cell, index) => (
                  <td key={lessons[index]?.fileId}>
                    {cell && (
                      <>
                        <span className={cell.framed ? 'coverage-mark' : 'coverage-ring'} aria-hidden="true">
                          {cell.tagged + cell.untagged || ''}
                        </span>
                        <span className="visually-hidden">{cellWords(cell)}</span>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

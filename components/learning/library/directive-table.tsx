import type { EditionLibrary, LibraryDirective } from '@/rules/library/edition-library';
import type { LibraryLesson } from '@/rules/library/library-lessons';
import { evidenceLevels } from '@/rules/sources/evidence-levels';

type Props = { library: EditionLibrary; lessons: readonly LibraryLesson[] };

/** What of a course explains and tests a passage, in numbers. Quizzes explain nothing, and draw from the bank. */
function numbersOf(directive: LibraryDirective, { library, lessons }: Props) {
  const read = new Set(lessons.filter(({ sort }) => sort === 'lesson').map(({ id }) => id));
  const own = library.lessons.filter(({ id }) => directive.lessons.includes(id) && read.has(id));
  return {
    lessons: own.length,
    objectives: own.reduce((sum, { objectives }) => sum + objectives.length, 0),
    checks: own.reduce((sum, { questions }) => sum + questions, 0),
    bank: directive.bank,
  };
}

/** The highest level of what was found of a promise. */
const highest = ({ score }: LibraryDirective): string =>
  Object.keys(evidenceLevels)
    .reverse()
    .find((level) => score?.found.some((one) => one.level === level)) ?? '–';

/** All passages at a glance, each leading to its place below. */
export function DirectiveTable({ library, lessons }: Props) {
  const scored = library.directives.some(({ score }) => score !== null);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is wider than the screen is scrolled with the keyboard, too
    <section aria-label="All passages at a glance" className="library-scroll" tabIndex={0}>
      <table className="library-table">
        <thead>
          <tr>
            <th scope="col">Passage</th>
            <th scope="col">Lessons</th>
            <th scope="col">Objectives</th>
            <th scope="col">Check questions</th>
            <th scope="col">Bank questions</th>
            {scored && <th scope="col">Highest evidence</th>}
            {scored && <th scope="col">Against</th>}
          </tr>
        </thead>
        <tbody>
          {library.directives.map((directive) => {
            const numbers = numbersOf(directive, { library, lessons });
            return (
              <tr key={directive.id}>
                <th scope="row">
                  <a href={`#${directive.id}`}>
                    <span className="library-id">{directive.id}</span> {directive.title}
                  </a>
                </th>
                {Object.entries(numbers).map(([name, number]) => (
                  <td key={name}>{number}</td>
                ))}
                {scored && <td>{highest(directive)}</td>}
                {scored && <td>{directive.score ? directive.score.against.length : '–'}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

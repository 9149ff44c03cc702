import type { AgreementScreen } from '@/features/learning/work/get-agreement';
import { differenceInWords, kappaInWords, strictnessInWords } from '@/rules/work/moderation-words';

/** By criterion, how far two graders of the same work agree. */
export function AgreementTable({ lesson }: { lesson: AgreementScreen['lessons'][number] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="marks-table" aria-label={lesson.title} tabIndex={0}>
      <table>
        <caption>
          {lesson.title}: {lesson.works} {lesson.works === 1 ? 'work' : 'works'} graded by two
        </caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">The same level</th>
            <th scope="col">Mean difference</th>
            <th scope="col">Weighted kappa</th>
          </tr>
        </thead>
        <tbody>
          {lesson.criteria.map((criterion) => (
            <tr key={criterion.id}>
              <th scope="row">{criterion.title}</th>
              <td>{criterion.exact} %</td>
              <td>{differenceInWords(criterion)}</td>
              <td>{kappaInWords(criterion)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Who gives more and who less than others gave the same work. */
export function StrictnessTable({ rows }: { rows: AgreementScreen['strictness'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without it the arrow keys cannot scroll the table
    <section className="marks-table" aria-label="Who is stricter" tabIndex={0}>
      <table>
        <caption>Who is stricter: what each gives beside who graded the same</caption>
        <thead>
          <tr>
            <th scope="col">Grader</th>
            <th scope="col">Works</th>
            <th scope="col">Gives</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.grader}>
              <th scope="row">{row.name}</th>
              <td>{row.works}</td>
              <td>{strictnessInWords(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

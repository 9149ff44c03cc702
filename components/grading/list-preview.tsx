import { Notice } from '@/components/ui/notice';
import type { ListPreview } from '@/features/learning/gradebook/import-grades';

const rows = (count: number): string => (count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`);

/** The dry run of a list of grades: how many rows would do what, and why others would not. */
export function ListPreviewNotice({ preview }: { preview: ListPreview }) {
  const { willSet, grades, already, rejected, unknown, setting, wrong } = preview;
  const title =
    willSet === 0
      ? 'Nothing would be set'
      : `Nothing is set yet: ${rows(willSet)} would set ${grades.toLocaleString('en')}`;
  return (
    <Notice title={title}>
      <ul className="my-2 list-disc pl-5">
        {already > 0 && <li>{rows(already)} say what counts already.</li>}
        {rejected > 0 && <li>{rows(rejected)} cannot be taken, and would do nothing.</li>}
        {unknown.length > 0 && <li>Not read, because no item is called so: {unknown.join(', ')}.</li>}
      </ul>
      {wrong.length > 0 && (
        <table className="grades-lines mt-3">
          <caption>What cannot be taken</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Learner</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {wrong.map(({ line, name, problems }) => (
              <tr key={line}>
                <th scope="row">Line {line}</th>
                <td>{name || '–'}</td>
                <td className="grades-why">
                  {problems.map(({ column, why }) => (column ? `${column}: ${why}` : why)).join('\n')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {setting.length > 0 && (
        <table className="grades-lines mt-3">
          <caption>What would be set, in percent</caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Learner</th>
              <th scope="col">Grades</th>
            </tr>
          </thead>
          <tbody>
            {setting.map(({ line, name, changes }) => (
              <tr key={line}>
                <th scope="row">Line {line}</th>
                <td>{name}</td>
                <td className="grades-why">{changes.join('\n')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rejected > wrong.length && (
        <p>and {(rejected - wrong.length).toLocaleString('en')} more that cannot be taken</p>
      )}
      {willSet > setting.length && (
        <p>and {(willSet - setting.length).toLocaleString('en')} more that would be set</p>
      )}
    </Notice>
  );
}

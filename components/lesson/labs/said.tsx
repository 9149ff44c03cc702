import type { Field } from '@/kinds/labs/fields';
import type { Standing } from './use-submission';

type Props = {
  standing: Standing;
  fields: readonly Field[];
  /** What the page itself says of the work, where it finds nothing wrong. */
  here: string | null;
  lost: boolean;
  recorded: boolean;
};

/** What a field is called; of several that are called alike, with the group that it stands in. */
const labelOf = (fields: readonly Field[], where: string): string | null => {
  const field = fields.find(({ name }) => name === where);
  if (!field) return null;
  if (field.cell) return `${field.cell.row}, ${field.cell.column}`;
  const ofThatName = fields.filter(({ label }) => label === field.label);
  return field.group && ofThatName.length > 1 ? `${field.group}, ${field.label}` : field.label;
};

/** What is said of the work as it stands: by the server or, before it is handed in, by the page. */
export function Said({ standing, fields, here, lost, recorded }: Props) {
  const { problem, passed, triesLeft, sending, position } = standing;
  const label = problem && labelOf(fields, problem.where);
  return (
    <div aria-live="polite" className="lab-said">
      {sending && position !== null && (
        <p className="lab-help">
          {position === 0
            ? 'It is compiled and run now.'
            : `It waits to be compiled and run: ${position} ${position === 1 ? 'is' : 'are'} before yours or run now.`}
        </p>
      )}
      {passed && <p className="lab-right">✓ Passed. The server has verified it and recorded it.</p>}
      {problem && (
        <p className="lab-problem">
          ✗ {label && <strong>{label}: </strong>}
          {problem.says}
        </p>
      )}
      {here && <p className="lab-right">{here}</p>}
      {lost && (
        <p className="lab-problem">
          This task cannot be made again as it was: that is our failure, and costs you nothing. Tell your
          instructors, who can give you a new one.
        </p>
      )}
      {!passed && !lost && recorded && triesLeft === 0 && (
        <p className="lab-problem">
          This task has been handed in as often as it can be. Your instructors can give you a new one.
        </p>
      )}
      {!recorded && <p className="lab-help">In the preview nothing is handed in or recorded.</p>}
    </div>
  );
}

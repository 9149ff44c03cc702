import type { Field } from '@/kinds/labs/fields';
import type { Values } from '@/kinds/labs/verdict';
import { LabField } from './field';
import { Scrolled } from './visuals/scrolled';

type Props = {
  fields: readonly Field[];
  values: Values;
  /** Unique on the page: the ids of the fields begin with it. */
  prefix: string;
  /** The field that is wrong, and what is wrong with it. */
  problem: { where: string; says: string } | null;
  onChange: (field: string, value: string) => void;
  /** Whether nothing is changed any more. */
  closed?: boolean;
};

/** Neighbours of one group, in the order in which the groups first stand. */
function groupsOf(fields: readonly Field[]): { group: string | null; members: Field[] }[] {
  const groups: { group: string | null; members: Field[] }[] = [];
  for (const field of fields) {
    const group = field.group ?? null;
    const last = groups.at(-1);
    if (last && last.group === group) last.members.push(field);
    else groups.push({ group, members: [field] });
  }
  return groups;
}

/** The form of a lab: its fields, in fieldsets, and as a table where they have rows and columns. */
export function LabFields({ fields, ...rest }: Props) {
  return groupsOf(fields).map(({ group, members }) => {
    const key = members[0]?.name;
    if (group === null) return <Members key={key} members={members} {...rest} />;
    return (
      <fieldset key={key} className="lab-group">
        <legend>{group}</legend>
        {members.some(({ cell }) => cell) ? (
          <FieldTable members={members} group={group} {...rest} />
        ) : (
          <Members members={members} {...rest} />
        )}
      </fieldset>
    );
  });
}

type GroupProps = Omit<Props, 'fields'> & { members: Field[] };

const fieldProps = (
  field: Field,
  { values, prefix, problem, onChange, closed }: Omit<GroupProps, 'members'>,
) => ({
  field,
  id: `${prefix}-${field.name}`,
  value: values[field.name] ?? '',
  problem: problem?.where === field.name ? problem.says : null,
  onChange: (value: string) => onChange(field.name, value),
  closed: closed === true,
});

const Members = ({ members, ...rest }: GroupProps) =>
  members.map((field) => <LabField key={field.name} {...fieldProps(field, rest)} />);

function FieldTable({ members, group, ...rest }: GroupProps & { group: string }) {
  const rows = [...new Set(members.flatMap(({ cell }) => cell?.row ?? []))];
  const columns = [...new Set(members.flatMap(({ cell }) => cell?.column ?? []))];
  const wrong = members.find(({ name }) => rest.problem?.where === name);
  return (
    <>
      <Scrolled label={group}>
        <table className="lab-table">
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row}>
                <th scope="row">{row}</th>
                {columns.map((column) => {
                  const field = members.find(({ cell }) => cell?.row === row && cell.column === column);
                  return (
                    <td key={column} className={field && field === wrong ? 'lab-cell-wrong' : undefined}>
                      {field && <LabField {...fieldProps(field, rest)} bare />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
      {wrong && (
        <p className="lab-problem">
          {wrong.cell?.row}, {wrong.cell?.column}: {rest.problem?.says}
        </p>
      )}
      {members
        .filter(({ cell }) => !cell)
        .map((field) => (
          <LabField key={field.name} {...fieldProps(field, rest)} />
        ))}
    </>
  );
}

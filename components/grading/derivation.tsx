import type { DerivationLine } from '@/rules/grading/grade-words';

const said = (role: string) => ({ role });

/** How a number came about, line by line: what, its numbers, and why. On a phone each line stands below the other. */
export function Derivation({ title, lines }: { title: string; lines: readonly DerivationLine[] }) {
  return (
    <table className="grades-lines grades-derivation" {...said('table')}>
      <caption>{title}</caption>
      <thead className="visually-hidden" {...said('rowgroup')}>
        <tr {...said('row')}>
          <th scope="col" {...said('columnheader')}>
            What
          </th>
          <th scope="col" {...said('columnheader')}>
            Numbers
          </th>
          <th scope="col" {...said('columnheader')}>
            Why
          </th>
        </tr>
      </thead>
      <tbody {...said('rowgroup')}>
        {lines.map(({ what, numbers, why }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines stand in their order, and two may say the same
          <tr key={index} {...said('row')}>
            <th scope="row" {...said('rowheader')}>
              {what}
            </th>
            <td {...said('cell')}>{numbers}</td>
            <td className="grades-why" {...said('cell')}>
              {why}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The lines of a whole course, part by part, in a fold. */
export function CourseDerivation({
  parts,
  open = false,
}: {
  parts: readonly { title: string; lines: readonly DerivationLine[] }[];
  open?: boolean;
}) {
  return (
    <details open={open}>
      <summary className="min-h-11 cursor-pointer py-2 font-semibold">How the total comes about</summary>
      <div className="mt-3 grid gap-6">
        {parts.map(({ title, lines }) => (
          <Derivation key={title} title={title} lines={lines} />
        ))}
      </div>
    </details>
  );
}

import { Scrolled } from './scrolled';

/** Money that belongs together: a bar, cut into parts. */
export type MoneyRow = { label: string; parts: readonly MoneyPart[] };
type MoneyPart = { who: string; amount: number; tone: 'one' | 'other' | 'lost' };

const [width, rowHeight, barAt] = [360, 52, 20];
const grouped = (amount: number) => amount.toLocaleString('en-GB');

/** Sums as bars of one scale, each cut into whose it is, and as a table. */
export function MoneyBars({ label, rows }: { label: string; rows: readonly MoneyRow[] }) {
  const sums = rows.map(({ parts }) => parts.reduce((sum, { amount }) => sum + amount, 0));
  const scale = width / Math.max(1, ...sums);
  return (
    <figure className="lab-figure lab-money">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${rows.length * rowHeight}`}
        role="img"
        aria-label={`${label}: see the table.`}
      >
        {rows.map(({ label: name, parts }, row) => {
          let x = 0;
          return (
            <g key={name} transform={`translate(0 ${row * rowHeight})`}>
              <text x={0} y={13} className="lab-money-row">
                {name}
              </text>
              {parts.map(({ who, amount, tone }) => {
                const [from, wide] = [x, amount * scale];
                x += wide;
                return (
                  <g key={who} className={`lab-money-${tone}`}>
                    <rect x={from + 0.75} y={barAt} width={Math.max(1, wide - 1.5)} height={24} rx={3} />
                    {wide > 12 + 7.5 * who.length && (
                      <text x={from + 8} y={barAt + 16}>
                        {who}
                      </text>
                    )}
                  </g>
                );
              })}
            </g>
          );
        })}
      </svg>
      <Scrolled label={label}>
        <table className="figure-table">
          <thead>
            <tr>
              <th scope="col">What</th>
              <th scope="col">Whose</th>
              <th scope="col">How much</th>
            </tr>
          </thead>
          <tbody>
            {rows.flatMap(({ label: name, parts }) =>
              parts.map(({ who, amount }, at) => (
                <tr key={`${name} ${who}`}>
                  {at === 0 && (
                    <th scope="rowgroup" rowSpan={parts.length}>
                      {name}
                    </th>
                  )}
                  <td>{who}</td>
                  <td>{grouped(amount)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scrolled>
    </figure>
  );
}

import { Scrolled } from './scrolled';

/** What stands in a cell: a sign for the drawing, and the same in words. */
export type Mark = {
  /** One letter or sign; it stands in the slot of this letter. */
  letter: string;
  words: string;
  /** Whether it is as it should be, should not be there, or should be there and is not. */
  state: 'fits' | 'extra' | 'lacking';
};

type Props = {
  label: string;
  rows: readonly string[];
  columns: readonly string[];
  /** The letters that a cell has a slot for, and what each stands for. */
  slots: readonly { letter: string; means: string }[];
  marks: (row: number, column: number) => readonly Mark[];
  /** What an exclamation mark and a question mark behind a letter mean; what never occurs is left out. */
  extra?: string;
  lacking?: string;
};

const [width, head, rowHeight, names] = [360, 26, 30, 64];

/** A cell of the drawing: a slot for each letter, so that a letter always stands at the same place. */
function Slots({
  slots,
  marks,
  wide,
  extra,
  lacking,
}: Omit<Props, 'label' | 'rows' | 'columns' | 'marks'> & { marks: readonly Mark[]; wide: number }) {
  const after = { fits: '', extra: extra ? '!' : '', lacking: lacking ? '?' : '' };
  const each = (wide - 5) / slots.length;
  return slots.map(({ letter }, at) => {
    const mark = marks.find((one) => one.letter === letter);
    const x = 2.5 + at * each;
    if (!mark)
      return <circle key={letter} cx={x + each / 2} cy={rowHeight / 2} r={1.5} className="lab-matrix-none" />;
    return (
      <g key={letter} className={`lab-matrix-${mark.state}`}>
        <rect x={x + 0.75} y={4} width={each - 1.5} height={rowHeight - 8} rx={3} />
        <text x={x + each / 2} y={rowHeight / 2 + 4} textAnchor="middle">
          {letter}
          {after[mark.state]}
        </text>
      </g>
    );
  });
}

/** Who may do what where, or what passes which test: rows and columns, drawn and as a table of words. */
export function Matrix({ label, rows, columns, slots, marks, extra, lacking }: Props) {
  const wide = (width - names) / columns.length;
  const cells = rows.map((_, row) => columns.map((_, column) => marks(row, column)));
  const counted = (state: Mark['state']) => cells.flat(2).filter((mark) => mark.state === state).length;
  const told = [
    ...(extra ? [`${counted('extra')} marked !: ${extra}`] : []),
    ...(lacking ? [`${counted('lacking')} marked ?: ${lacking}`] : []),
  ];
  return (
    <figure className="lab-figure lab-matrix">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${head + rows.length * rowHeight}`}
        role="img"
        aria-label={[label, ...told].join('; ')}
      >
        {columns.map((column, at) => (
          <text
            key={column}
            x={names + (at + 0.5) * wide}
            y={17}
            textAnchor="middle"
            className="lab-matrix-name"
          >
            {column}
          </text>
        ))}
        {cells.map((row, at) => (
          <g key={rows[at]} transform={`translate(0 ${head + at * rowHeight})`}>
            <line x1={0} x2={width} y1={0} y2={0} className="lab-matrix-rule" />
            <text x={0} y={rowHeight / 2 + 4} className="lab-matrix-name">
              {rows[at]}
            </text>
            {row.map((found, column) => (
              <g key={columns[column]} transform={`translate(${names + column * wide} 0)`}>
                <Slots slots={slots} marks={found} wide={wide} extra={extra} lacking={lacking} />
              </g>
            ))}
          </g>
        ))}
      </svg>
      <ul className="lab-matrix-legend">
        {slots.map(({ letter, means }) => (
          <li key={letter}>
            <strong>{letter}</strong> {means}
          </li>
        ))}
        {told.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <details className="chart-table">
        <summary>{label}, as a table</summary>
        <Scrolled label={`${label}, as a table`}>
          <table className="figure-table lab-words-table">
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
              {cells.map((row, at) => (
                <tr key={rows[at]}>
                  <th scope="row">{rows[at]}</th>
                  {row.map((found, column) => (
                    <td key={columns[column]}>{found.map(({ words }) => words).join('; ') || 'nothing'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolled>
      </details>
    </figure>
  );
}

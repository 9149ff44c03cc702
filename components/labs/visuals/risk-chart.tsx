import { Scrolled } from './scrolled';

type RiskLine = {
  name: string;
  /** What more is to be known of it, for the head of its column. */
  about: string;
  /** By depth from 0: how often of `whole` it goes wrong. */
  risks: readonly number[];
};

type Props = {
  /** Unique on the page: names the parts for screen readers. */
  id: string;
  title: string;
  lines: readonly RiskLine[];
  /** What a risk is counted by, a power of ten. */
  whole: number;
  /** What may not be exceeded; nothing where nobody has said it. */
  bound: number | null;
};

const size = { width: 350, height: 270 };
const box = { left: 76, right: 326, top: 12, bottom: 222 };
const dashes = [undefined, '7 3', '2 3'];
const number = new Intl.NumberFormat('en');

/** A risk by depth as lines on a scale of powers of ten, with the bound that it has to come under, and as a table. */
export function RiskChart({ id, title, lines, whole, bound }: Props) {
  const decades = Math.round(Math.log10(whole));
  const deepest = Math.max(5, ...lines.map(({ risks }) => risks.length - 1));
  const x = (depth: number) => box.left + (depth / deepest) * (box.right - box.left);
  // What is rarer than once in all stands on the axis.
  const y = (risk: number) => box.bottom - (Math.log10(Math.max(1, risk)) / decades) * (box.bottom - box.top);
  const every = Math.ceil(deepest / 6);
  const marks = Array.from({ length: decades + 1 }, (_, power) => 10 ** power);
  return (
    <figure className="lab-figure lab-risk">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-labelledby={`${id}-title`}>
        <title id={`${id}-title`}>{`${title}. The same numbers stand in the table below.`}</title>
        {marks.map((mark) => (
          <g key={mark}>
            <line className="lab-risk-rule" x1={box.left} x2={box.right} y1={y(mark)} y2={y(mark)} />
            <text x={box.left - 6} y={y(mark)} dy="0.35em" textAnchor="end">
              {number.format(mark)}
            </text>
          </g>
        ))}
        {Array.from({ length: Math.floor(deepest / every) + 1 }, (_, at) => at * every).map((depth) => (
          <text key={depth} x={x(depth)} y={box.bottom + 18} textAnchor="middle">
            {depth}
          </text>
        ))}
        <text x={(box.left + box.right) / 2} y={box.bottom + 38} textAnchor="middle">
          {bound === null ? 'depth in blocks' : 'depth in blocks; the thick line is your budget'}
        </text>
        {bound === null ? null : (
          <line className="lab-risk-bound" x1={box.left} x2={box.right} y1={y(bound)} y2={y(bound)} />
        )}
        {lines.map(({ name, risks }, at) => (
          <g key={name}>
            <polyline
              className="lab-risk-line"
              strokeDasharray={dashes[at % dashes.length]}
              points={risks.map((risk, depth) => `${x(depth).toFixed(1)},${y(risk).toFixed(1)}`).join(' ')}
            />
            {risks.map((risk, depth) => (
              <circle
                // biome-ignore lint/suspicious/noArrayIndexKey: the depth is what it is
                key={depth}
                className={bound !== null && risk > bound ? 'lab-risk-over' : 'lab-risk-under'}
                cx={x(depth)}
                cy={y(risk)}
                r={2.5}
              />
            ))}
            <text
              className="lab-risk-name"
              x={x(risks.length - 1) + 6}
              y={y(risks.at(-1) ?? whole)}
              dy="0.35em"
            >
              {name}
            </text>
          </g>
        ))}
      </svg>
      <RiskTable title={title} lines={lines} deepest={deepest} bound={bound} />
    </figure>
  );
}

/** The numbers of the chart; what is above the bound is marked with a sign, too. */
function RiskTable({ title, lines, deepest, bound }: Omit<Props, 'id' | 'whole'> & { deepest: number }) {
  return (
    <details className="chart-table">
      <summary>The numbers</summary>
      {bound === null ? null : <p>What stands with a ▲ is above your budget.</p>}
      <Scrolled label={title}>
        <table className="figure-table lab-numbers">
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <th scope="col">Depth</th>
              {lines.map(({ name, about }) => (
                <th scope="col" key={name}>
                  {name}, {about}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: deepest + 1 }, (_, depth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the depth is what it is
              <tr key={depth}>
                <th scope="row">{depth}</th>
                {lines.map(({ name, risks }) => {
                  const risk = risks[depth];
                  if (risk === undefined) return <td key={name}>–</td>;
                  const over = bound !== null && risk > bound;
                  return (
                    <td key={name}>
                      {over ? '▲ ' : ''}
                      {number.format(risk)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolled>
    </details>
  );
}

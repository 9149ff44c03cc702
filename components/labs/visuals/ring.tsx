type Node = { label: string; self?: boolean };
export type Circle = 'unknown' | 'closed' | 'open';

type Props = { nodes: readonly Node[]; circle: Circle; says: string };

const [middle, radius] = [160, 128];
const place = (turn: number, at = radius): [x: number, y: number] => {
  const angle = 2 * Math.PI * turn - Math.PI / 2;
  return [
    Math.round(10 * (middle + at * Math.cos(angle))) / 10,
    Math.round(10 * (middle + at * Math.sin(angle))) / 10,
  ];
};
const words: Record<Circle, string> = { unknown: 'not checked', closed: 'closes', open: 'does not close' };

/** Members around a circle whose last piece is drawn only where it closes; what it says stands in its middle, too. */
export function Ring({ nodes, circle, says }: Props) {
  const turn = (at: number) => at / nodes.length;
  const piece = (at: number) => {
    const [[fromX, fromY], [toX, toY]] = [place(turn(at)), place(turn(at + 1))];
    return `M${fromX} ${fromY}A${radius} ${radius} 0 0 1 ${toX} ${toY}`;
  };
  const last = nodes.length - 1;
  const [crossX, crossY] = place(turn(last + 0.5));
  return (
    <figure className="lab-figure">
      <svg
        viewBox="0 0 320 320"
        role="img"
        aria-label={`A circle of ${nodes.length} members: it ${circle === 'unknown' ? 'is ' : ''}${words[circle]}`}
        className={`lab-ring lab-ring-${circle}`}
      >
        {nodes.map(({ label }, at) => (
          <path key={label} d={piece(at)} className={at === last ? 'lab-ring-last' : 'lab-ring-piece'} />
        ))}
        {circle === 'open' && (
          <path className="lab-ring-cross" d={`M${crossX - 6} ${crossY - 6}l12 12m0 -12l-12 12`} />
        )}
        {nodes.map(({ label, self }, at) => {
          const [x, y] = place(turn(at));
          return (
            <g key={label} className={self ? 'lab-ring-node lab-ring-self' : 'lab-ring-node'}>
              <circle cx={x} cy={y} r={17} />
              <text x={x} y={y + 5}>
                {label}
              </text>
            </g>
          );
        })}
        <text x={middle} y={middle - 2} className="lab-ring-says">
          {circle === 'unknown' ? 'The circle is' : 'The circle'}
        </text>
        <text x={middle} y={middle + 20} className="lab-ring-says">
          {words[circle]}
        </text>
      </svg>
      <figcaption aria-live="polite">{says}</figcaption>
    </figure>
  );
}

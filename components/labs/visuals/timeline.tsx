export type Mark = {
  at: number;
  shape: 'square' | 'circle';
  /** What is said of it: nothing yet, that it stands, or that it does not. */
  state: 'open' | 'good' | 'bad';
  label: string;
};

type Props = {
  from: number;
  to: number;
  /** Times that divide the whole, each with the word for what comes before it. */
  gates: readonly { at: number; before: string }[];
  /** What comes after the last gate. */
  after: string;
  lanes: readonly { name: string; marks: readonly Mark[] }[];
  label: string;
};

const [width, names, lane, head] = [350, 62, 24, 22];

/** A mark in its state. What does not stand is crossed out and what stands has a tick, so colour is never alone. */
function Sign({ x, y, mark }: { x: number; y: number; mark: Mark }) {
  const { shape, state, label } = mark;
  return (
    <g transform={`translate(${x} ${y})`} className={`lab-mark lab-mark-${state}`}>
      <title>{label}</title>
      {shape === 'square' ? <rect x={-6} y={-6} width={12} height={12} rx={2} /> : <circle r={7} />}
      {state === 'good' && <path d="M-3 0 L-1 3 L4 -3" />}
      {state === 'bad' && <path d="M-3 -3 L3 3 M3 -3 L-3 3" />}
    </g>
  );
}

/** What several did over time, a lane each, with the times at which one phase ends and the next begins. */
export function Timeline({ from, to, gates, after, lanes, label }: Props) {
  const x = (at: number) => names + 10 + ((at - from) / (to - from)) * (width - names - 20);
  const height = head + lanes.length * lane + 6;
  const phases = [
    ...gates.map(({ at, before }, index) => ({ from: gates[index - 1]?.at ?? from, to: at, name: before })),
    { from: gates.at(-1)?.at ?? from, to, name: after },
  ];
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="lab-timeline">
      {phases.map((phase) => (
        <text key={phase.name} x={(x(phase.from) + x(phase.to)) / 2} y={13} className="lab-timeline-phase">
          {phase.name}
        </text>
      ))}
      {lanes.map(({ name }, at) => (
        <g key={name}>
          <text x={0} y={head + (at + 0.5) * lane + 4}>
            {name}
          </text>
          <path d={`M${names} ${head + (at + 0.5) * lane} H${width}`} className="lab-timeline-lane" />
        </g>
      ))}
      {gates.map(({ at }) => (
        <path key={at} d={`M${x(at)} 0 V${height}`} className="lab-timeline-gate" />
      ))}
      {lanes.map(({ name, marks }, at) =>
        marks.map((mark) => (
          <Sign
            key={`${name} ${mark.shape} ${mark.at}`}
            x={x(mark.at)}
            y={head + (at + 0.5) * lane}
            mark={mark}
          />
        )),
      )}
    </svg>
  );
}

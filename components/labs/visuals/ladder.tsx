type Chip = { id: string; letter: string; label: string };

type Props = {
  /** From the top; each with what stands on it. */
  rungs: readonly { name: string; means: string; chips: readonly Chip[] }[];
  label: string;
};

const [width, left, wide, high, gap] = [350, 112, 42, 24, 5];
const perLine = Math.floor((width - left) / (wide + gap));

/** Things that stand on the rungs of a ladder, each a chip with its number and a letter. */
export function Ladder({ rungs, label }: Props) {
  let below = 4;
  const placed = rungs.map((rung) => {
    const y = below;
    const lines = Math.max(1, Math.ceil(rung.chips.length / perLine));
    below += Math.max(40, lines * (high + gap) + 12);
    return { ...rung, y, end: below };
  });
  return (
    <svg viewBox={`0 0 ${width} ${below}`} role="img" aria-label={label} className="lab-ladder">
      {placed.map(({ name, means, chips, y, end }) => (
        <g key={name}>
          <text x={0} y={y + 15} className="lab-rung-name">
            {name}
          </text>
          <text x={0} y={y + 30}>
            {means}
          </text>
          <path d={`M0 ${end - 3} H${width}`} className="lab-rung" />
          {chips.map(({ id, letter, label: says }, at) => (
            <g
              key={id}
              transform={`translate(${left + (at % perLine) * (wide + gap)} ${y + 3 + Math.floor(at / perLine) * (high + gap)})`}
              className="lab-chip"
            >
              <title>{says}</title>
              <rect width={wide} height={high} rx={5} />
              <text x={wide / 2} y={16.5}>
                {id} {letter}
              </text>
            </g>
          ))}
        </g>
      ))}
    </svg>
  );
}

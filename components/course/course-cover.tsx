import { coverScore } from './cover-score';

type Props = { slug: string; modules: { minutes: number[] }[]; className?: string };

const width = 300;
const height = 360;
const margin = 44;

/**
 * The drawing on the cover of a course: its own syllabus as a ledger page. Every lesson is a square
 * linked to the one before it, as in the mark of the site; the first of each module is filled.
 */
export function CourseCover({ slug, modules, className }: Props) {
  const marks = coverScore(slug, modules, {
    left: margin,
    top: 8,
    width: width - margin - 8,
    height: height - 16,
  });
  const row = (height - 16) / Math.max(marks.length, 1);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" className={className}>
      <g stroke="var(--rule)" strokeWidth="1">
        {marks.map((mark) => (
          <path key={mark.y} d={`M0 ${mark.y + row / 2}H${width}`} />
        ))}
      </g>
      <path
        d={`M${margin - 8} 0V${height}M${margin - 4.5} 0V${height}`}
        stroke="var(--accent)"
        opacity="0.45"
      />
      <polyline
        points={marks.map((mark) => `${mark.x},${mark.y}`).join(' ')}
        fill="none"
        stroke="var(--accent)"
        strokeWidth="1.75"
      />
      {marks.map(({ x, y, size, startsModule }) => (
        <g key={y}>
          <rect
            x={x - size / 2}
            y={y - size / 2}
            width={size}
            height={size}
            rx="2.5"
            fill={startsModule ? 'var(--accent)' : 'var(--raised)'}
            stroke="var(--accent)"
            strokeWidth="1.75"
          />
          {startsModule && (
            <text
              x="20"
              y={y + 5}
              textAnchor="middle"
              fontSize="16"
              fontStyle="italic"
              fontFamily="var(--font-serif)"
              fill="var(--ink-soft)"
            >
              {startsModule}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

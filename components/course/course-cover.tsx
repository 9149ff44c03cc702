import { coverScore } from './cover-score';

type Props = {
  slug: string;
  modules: { minutes: number[] }[];
  /** The hash of a picture of the course's own. */
  cover?: string | null;
  className?: string;
};

const width = 300;
const height = 360;
const margin = 44;

/** The cover of a course: its picture or, where it has none, the drawing of its syllabus. It says nothing new. */
export function CourseCover({ cover, ...rest }: Props) {
  if (!cover) return <DrawnCover {...rest} />;
  const address = `/api/assets/${rest.slug}/${cover}`;
  return (
    // biome-ignore lint/performance/noImgElement: kept in widths of its own
    <img
      src={`${address}/480`}
      srcSet={`${address}/480 480w, ${address}/960 960w`}
      sizes="(min-width: 64rem) 20rem, 100vw"
      width={width}
      height={height}
      alt=""
      loading="lazy"
      className={`aspect-5/6 rounded-xs bg-sunk object-cover ${rest.className ?? ''}`}
    />
  );
}

/**
 * The drawing on the cover of a course: its own syllabus as a ledger page. Every lesson is a square
 * linked to the one before it, as in the mark of the site; the first of each module is filled.
 */
function DrawnCover({ slug, modules, className }: Omit<Props, 'cover'>) {
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

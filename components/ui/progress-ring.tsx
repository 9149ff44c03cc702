/** A ring that fills, always with the same in words beside or inside it. Percent is whole, 0 to 100. */
export function ProgressRing({ percent, size = 56 }: { percent: number; size?: number }) {
  const radius = 20;
  const length = 2 * Math.PI * radius;
  return (
    <svg width={size} height={size} viewBox="0 0 48 48" aria-hidden="true" className="shrink-0">
      <circle cx="24" cy="24" r={radius} fill="none" stroke="var(--rule)" strokeWidth="4.5" />
      <circle
        cx="24"
        cy="24"
        r={radius}
        fill="none"
        stroke={percent === 100 ? 'var(--good)' : 'var(--accent)'}
        strokeWidth="4.5"
        strokeLinecap="round"
        strokeDasharray={`${(length * percent) / 100} ${length}`}
        transform="rotate(-90 24 24)"
        opacity={percent === 0 ? 0 : 1}
      />
      {percent === 100 ? (
        <path
          d="M17 24.5l5 5 9.5-10"
          fill="none"
          stroke="var(--good)"
          strokeWidth="3.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ) : (
        <text
          x="24"
          y="28"
          textAnchor="middle"
          fontSize="12"
          fontWeight="650"
          fill="var(--ink)"
          fontFamily="var(--font-sans)"
        >
          {percent}
        </text>
      )}
    </svg>
  );
}

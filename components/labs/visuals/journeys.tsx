type Stop = { id: string; at: number; km: number; marked: boolean };

type Props = {
  lines: readonly { name: string; stops: readonly Stop[] }[];
  places: readonly { name: string; km: number }[];
  /** How many units of `at` a day has. */
  day: number;
  label: string;
};

const [width, height, left, top, right, bottom] = [350, 236, 34, 10, 10, 26];
const dashes = ['', '7 4', '2 4'];

/**
 * Way over time, as in the timetables of railways: the steeper a line, the faster. Lines are told apart by how they
 * are dashed; what their reader marked has a ring around it.
 */
export function Journeys({ lines, places, day, label }: Props) {
  const stops = lines.flatMap((line) => line.stops);
  const [from, to] = [0, Math.max(1, ...stops.map(({ at }) => at))];
  const longest = Math.max(1, ...places.map(({ km }) => km));
  const x = (at: number) => Math.round(left + ((at - from) / (to - from)) * (width - left - right));
  const y = (km: number) => Math.round(height - bottom - (km / longest) * (height - top - bottom));
  // Two that are close together would be written over each other.
  const named: number[] = [];
  for (const { km } of places) {
    const last = named.at(-1);
    if (last === undefined || y(last) - y(km) >= 14) named.push(km);
  }
  const days = Array.from({ length: Math.ceil(to / day) }, (_, at) => at * day);
  return (
    <figure className="lab-figure">
      <figcaption>{label}</figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${label}; listed below`}
        className="lab-journeys"
      >
        {places.map(({ name, km }) => (
          <path key={name} d={`M${left} ${y(km)}H${width - right}`} className="lab-journeys-place" />
        ))}
        {named.map((km) => (
          <text key={km} x={left - 4} y={y(km) + 4} className="lab-journeys-km">
            {km}
          </text>
        ))}
        {days.map((at) => (
          <g key={at}>
            <path d={`M${x(at)} ${top}V${height - bottom}`} className="lab-journeys-day" />
            {x(at) + 30 < width && (
              <text x={x(at) + 2} y={height - 8}>
                day {at / day + 1}
              </text>
            )}
          </g>
        ))}
        {lines.map((line, index) => (
          <g key={line.name} className="lab-journeys-line">
            <polyline
              points={line.stops.map(({ at, km }) => `${x(at)},${y(km)}`).join(' ')}
              strokeDasharray={dashes[index % dashes.length]}
            />
            {line.stops.map(({ id, at, km, marked }) => (
              <g key={id} className={marked ? 'lab-journeys-marked' : undefined}>
                <circle cx={x(at)} cy={y(km)} r={2.5} />
                {marked && <circle cx={x(at)} cy={y(km)} r={7} className="lab-journeys-ring" />}
              </g>
            ))}
          </g>
        ))}
      </svg>
      <p className="lab-journeys-key">
        {lines.map(({ name }, index) => (
          <span key={name}>
            <svg viewBox="0 0 32 8" aria-hidden="true">
              <path d="M0 4H32" strokeDasharray={dashes[index % dashes.length]} />
            </svg>
            {name}
          </span>
        ))}
      </p>
    </figure>
  );
}

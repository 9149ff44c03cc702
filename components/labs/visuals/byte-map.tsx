/** A run of bytes with something to say about it: from its first byte to before `to`. */
export type Span = { from: number; to: number; tone: 'good' | 'bad'; says: string };

type Props = {
  /** Pairs of hexadecimal digits. */
  bytes: string;
  spans: readonly Span[];
  label: string;
  /** What is said of a run that is bad. */
  badIs?: string;
};

const perRow = 16;
const [wide, high] = [22, 20];

/** Bytes in rows of sixteen, marked where they mean something; what they mean stands below, in words. */
export function ByteMap({ bytes, spans, label, badIs = 'Must not be here' }: Props) {
  const pairs = bytes.match(/../g) ?? [];
  // What is bad is drawn over what is good: it has to be seen first.
  const toneAt = (at: number) => {
    const over = spans.filter(({ from, to }) => from <= at && at < to);
    return over.find(({ tone }) => tone === 'bad')?.tone ?? over[0]?.tone;
  };
  const bad = spans.filter(({ tone }) => tone === 'bad').length;
  return (
    <figure className="lab-figure">
      <figcaption>
        {label}: <strong>{pairs.length}</strong> bytes
      </figcaption>
      <svg
        viewBox={`0 0 ${perRow * wide} ${Math.max(1, Math.ceil(pairs.length / perRow)) * high}`}
        role="img"
        aria-label={`${pairs.length} bytes. ${badIs}: ${bad} runs of them, listed below`}
        className="lab-bytes"
      >
        {pairs.map((pair, at) => {
          const [x, y] = [(at % perRow) * wide, Math.floor(at / perRow) * high];
          const tone = toneAt(at) ?? 'plain';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a byte is what it is
            <g key={at} className={`lab-byte lab-byte-${tone}`}>
              <rect x={x + 1} y={y + 1} width={wide - 2} height={high - 2} rx={2} />
              <text x={x + wide / 2} y={y + high - 6}>
                {pair}
              </text>
              {tone === 'bad' && <path d={`M${x + 2} ${y + high - 3}h${wide - 4}`} />}
            </g>
          );
        })}
      </svg>
      {spans.length > 0 && (
        <ul className="lab-spans">
          {spans.map(({ from, to, tone, says }) => (
            <li key={`${from}-${to}-${says}`} className={`lab-span-${tone}`}>
              <strong>{tone === 'bad' ? badIs : 'In place'}</strong> Bytes {from + 1} to {to}: {says}
            </li>
          ))}
        </ul>
      )}
    </figure>
  );
}

type Props = {
  /** Two digests of equal length in hexadecimal digits. */
  one: string;
  other: string;
  label: string;
};

const perRow = 32;
const size = 12;

const bitsOf = (digest: string): string =>
  [...digest].map((digit) => Number.parseInt(digit, 16).toString(2).padStart(4, '0')).join('');

/** Every bit of a digest as a square, in rows of 32; those that differ from another digest are filled. */
export function BitStrip({ one, other, label }: Props) {
  const [left, right] = [bitsOf(one), bitsOf(other)];
  const differing = [...right].flatMap((bit, at) => (bit === left[at] ? [] : [at]));
  const rows = Math.ceil(right.length / perRow);
  return (
    <figure className="lab-figure">
      <figcaption>
        {label}: <strong>{differing.length}</strong> of {right.length} bits differ
      </figcaption>
      <svg
        viewBox={`0 0 ${perRow * size} ${rows * size}`}
        role="img"
        aria-label={`${differing.length} of ${right.length} bits differ`}
        className="lab-bits"
      >
        {[...right].map((bit, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: the place of a bit is what it is
            key={at}
            x={(at % perRow) * size + 1}
            y={Math.floor(at / perRow) * size + 1}
            width={size - 2}
            height={size - 2}
            rx={2}
            className={bit === left[at] ? 'lab-bit' : 'lab-bit lab-bit-other'}
          />
        ))}
      </svg>
    </figure>
  );
}

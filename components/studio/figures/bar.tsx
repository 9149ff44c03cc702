import type { Shown } from '@/rules/tables/small-groups';

type Props = {
  /** How far the bar goes. */
  value: Shown;
  /** What a full bar stands for. */
  most: number;
  /** A part of the value, drawn in a stronger colour. */
  part?: Shown;
  tone?: 'accent' | 'good' | 'bad';
};

const known = (shown: Shown | undefined): number => (typeof shown === 'number' ? shown : 0);

/** A bar beside its number; the number is what counts, so the bar says nothing to a screen reader. */
export function Bar({ value, most, part, tone = 'accent' }: Props) {
  const width = (shown: Shown | undefined) => (most > 0 ? (known(shown) / most) * 100 : 0);
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="figure-bar">
      <rect width="100" height="8" fill="var(--sunk)" />
      <rect width={width(value)} height="8" fill={`var(--${tone})`} opacity={part === undefined ? 1 : 0.3} />
      {part !== undefined && <rect width={width(part)} height="8" fill={`var(--${tone})`} />}
    </svg>
  );
}

type Props = {
  /** From 0 to 1. */
  share: number;
  tone?: 'accent' | 'good' | 'bad';
};

/** A bar beside its number; the number is what counts, so the bar says nothing to a screen reader. */
export function ShareBar({ share, tone = 'accent' }: Props) {
  return (
    <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" className="figure-bar">
      <rect width="100" height="8" fill="var(--sunk)" />
      <rect width={share * 100} height="8" fill={`var(--${tone})`} />
    </svg>
  );
}

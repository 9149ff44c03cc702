import type { ReactNode } from 'react';

type Tone = 'info' | 'good' | 'bad';
const tones: Record<Tone, string> = {
  info: 'border-accent bg-accent-soft',
  good: 'border-good bg-good-soft',
  bad: 'border-bad bg-bad-soft',
};

/** A message set apart. `bad` is announced at once, the others when there is time. */
export function Notice({
  tone = 'info',
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={`rounded-md border-l-4 px-4 py-3 ${tones[tone]}`}
    >
      {title && <p className="font-semibold">{title}</p>}
      <div>{children}</div>
    </div>
  );
}

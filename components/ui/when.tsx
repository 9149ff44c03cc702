import { agoWords, instantWords } from '@/rules/time/ago';

/** How long ago something was; the exact instant is in the title and for machines. */
export function Ago({ at, now }: { at: Date; now: Date }) {
  return (
    <time dateTime={at.toISOString()} title={instantWords(at)}>
      {agoWords(at, now)}
    </time>
  );
}

/** An instant in full. */
export function Instant({ at }: { at: Date }) {
  return <time dateTime={at.toISOString()}>{instantWords(at)}</time>;
}

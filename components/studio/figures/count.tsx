import type { Shown } from '@/rules/tables/small-groups';
import { countInWords } from './count-words';

/** A count in a table or in a line of text; what is not an exact number looks like words. */
export function Count({ of }: { of: Shown }) {
  return (
    <span className={typeof of === 'number' ? 'figure-count' : 'figure-veiled'}>{countInWords(of)}</span>
  );
}

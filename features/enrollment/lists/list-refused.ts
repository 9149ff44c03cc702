import { type ListRefusal, listRefusals } from '@/rules/enrollment/roster-refusals';

/** A list that is refused whole: why, and the line it is about, if it is about one. */
export class ListRefused extends Error {
  override name = 'ListRefused';
  constructor(
    readonly code: ListRefusal,
    readonly line: number | null = null,
  ) {
    super(line === null ? listRefusals[code] : `${listRefusals[code]} It opens on line ${line}.`);
  }
}

/** An entry of the audit log with the hash it has and the one it should have after the entry before it. */
export type ChainLink = { seq: number; hash: string; expected: string };

/** Where the chain breaks first. */
export type ChainBreak = {
  /**
   * `missing`: entries were taken out before it. `repeated`: its number is there twice. `altered`: its content,
   * or the hash before it, is not what it was. `displaced`: it does not follow the one before, nor what comes
   * after it: exchanged, or slipped in.
   */
  kind: 'missing' | 'repeated' | 'altered' | 'displaced';
  seq: number;
  /** The last entry before it that holds. */
  after: number;
};

/**
 * Finds the first entry that does not follow the one before it. `links` begin after the entry `last`.
 * Only the first `most` are judged; one more shows how the last of them is followed.
 */
export function firstBreak(links: readonly ChainLink[], last: number, most: number): ChainBreak | null {
  let after = last;
  for (const [index, link] of links.slice(0, most).entries()) {
    const { seq } = link;
    if (seq <= after) return { kind: 'repeated', seq, after };
    if (seq > after + 1) return { kind: 'missing', seq, after };
    if (link.hash !== link.expected) {
      const next = links[index + 1];
      const followed = next?.seq === seq + 1 && next.hash === next.expected;
      return { kind: followed ? 'altered' : 'displaced', seq, after };
    }
    after = seq;
  }
  return null;
}

/** What a break means, in a sentence. */
export function breakWords({ kind, seq, after }: ChainBreak): string {
  if (kind === 'missing') {
    return seq - after === 2
      ? `Entry ${after + 1} was taken out.`
      : `Entries ${after + 1} to ${seq - 1} were taken out.`;
  }
  if (kind === 'repeated') return `Entry ${seq} is there more than once: one was slipped in.`;
  if (kind === 'altered') {
    return after === 0
      ? `Entry ${seq} was altered.`
      : `Entry ${seq} was altered, or entry ${after} before it was put in the place of another.`;
  }
  return `Entry ${seq} does not follow the one before it: it was slipped in, exchanged or altered.`;
}

/** A head that was noted outside, `<number>:<hash>`, or null when it is none. */
export function parseHead(text: string): { seq: number; hash: string } | null {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return seq && hash ? { seq: Number(seq), hash } : null;
}

/** Whether the log still has the entry that was noted: else it was cut from the end, or written anew. */
export function headWords(
  noted: { seq: number; hash: string },
  found: string | null,
  newest: number,
): string | null {
  if (found === noted.hash) return null;
  if (noted.seq > newest)
    return `The log ends at entry ${newest}, but entry ${noted.seq} was noted: it was cut from the end.`;
  return `Entry ${noted.seq} has another hash than the one that was noted: the log was written anew.`;
}

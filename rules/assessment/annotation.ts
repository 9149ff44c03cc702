/** Marked words: the first and the last by their place from 0, and one value for each label. */
export type Span = { from: number; to: number; labels: string[] };

/** Signs that are words by themselves: Chinese is written without spaces. */
const ideograph = /\p{Script=Han}/u;

/** A passage as words, each with the space after it: joined they are the passage again. */
export function wordsOf(passage: string): string[] {
  const words: string[] = [];
  for (const piece of passage.trim().match(/\S+\s*/g) ?? []) {
    let run = '';
    for (const sign of piece) {
      // A mark after an ideograph belongs to it, a letter or another ideograph begins anew.
      const alone = ideograph.test(sign);
      if (run !== '' && (alone || (ideograph.test(run) && /[\p{L}\p{N}]/u.test(sign)))) {
        words.push(run);
        run = '';
      }
      run += sign;
    }
    words.push(run);
  }
  return words;
}

/** What is said of a passage word by word: for each word in a span, a statement for each label. */
function statementsOf(spans: readonly Span[]): Set<string> {
  const all = new Set<string>();
  for (const { from, to, labels } of spans)
    for (let word = from; word <= to; word += 1)
      for (const [label, value] of labels.entries()) all.add(`${word}:${label}:${value}`);
  return all;
}

/**
 * How well spans agree with a key: F1 over single words and their labels, the harmonic mean of how much of what
 * was marked is right and how much of what is right was marked. A word of a long span counts like any other.
 * @returns 0 to 1.
 */
export function spanAgreement(key: readonly Span[], given: readonly Span[]): number {
  const [right, said] = [statementsOf(key), statementsOf(given)];
  const hits = [...said].filter((statement) => right.has(statement)).length;
  return right.size + said.size === 0 ? 0 : (2 * hits) / (right.size + said.size);
}

/** Whether every word of a span carries these very labels in a key. */
export function isSpanRight(key: readonly Span[], span: Span): boolean {
  const right = statementsOf(key);
  return [...statementsOf([span])].every((statement) => right.has(statement));
}

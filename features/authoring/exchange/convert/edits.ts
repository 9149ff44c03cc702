/** Changes to a text by their places in it, so that everything nobody changed stays as it was written. */
export class Edits {
  readonly #all: { start: number; end: number; text: string }[] = [];

  replace(start: number, end: number, text: string): void {
    this.#all.push({ start, end, text });
  }

  /** A part of the text with its changes. Of two that overlap, the one that begins first holds. */
  applyTo(source: string, from: number, to: number): string {
    const inside = this.#all
      .filter(({ start, end }) => start >= from && end <= to)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let out = '';
    let at = from;
    for (const { start, end, text } of inside) {
      if (start < at) continue;
      out += source.slice(at, start) + text;
      at = end;
    }
    return out + source.slice(at, to);
  }
}

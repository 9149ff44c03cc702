/** What texts compiled to, the ones used last; those used longest ago leave when all of them grow too long. */
export class KeptTexts<Result> {
  readonly #kept = new Map<string, { result: Result; length: number }>();
  #length = 0;

  /** @param most how long the texts may be together, in characters */
  constructor(private readonly most: number) {}

  get(key: string): Result | undefined {
    return this.#kept.get(key)?.result;
  }

  /** Keeps what a text compiled to as the one used last. */
  keep(key: string, text: string, result: Result): void {
    if (!this.#kept.delete(key)) this.#length += text.length;
    this.#kept.set(key, { result, length: text.length });
    for (const [oldest, { length }] of this.#kept) {
      if (this.#length <= this.most) break;
      this.#kept.delete(oldest);
      this.#length -= length;
    }
  }
}

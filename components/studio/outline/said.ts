/** What became of the last change: the sentence, the row to go on with, and how to undo it. */
export type OutlineSaid = {
  message: string;
  item: string | null;
  deletion: string | null;
  /** When it was said, so that the same sentence can be said twice. */
  at: number;
};

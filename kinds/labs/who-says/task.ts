import { drawsFrom } from '../seeded';
import { bank, type Marked } from './bank';

/** Twelve sentences of a report, each under a number of the learner's own. */
export type WhoSaysTask = { sentences: { id: string; says: string }[] };

/** The sentences of one learner in their order, with their key. */
export function drawSentences(seed: Uint8Array): (Marked & { id: string })[] {
  const { shuffled } = drawsFrom(seed, 'who-says');
  const drawn = shuffled(bank.flatMap(({ sentences, drawn: count }) => shuffled(sentences).slice(0, count)));
  const ids = shuffled(Array.from({ length: 90 }, (_, at) => String(10 + at)));
  return drawn.map((sentence, at) => ({ ...sentence, id: ids[at] ?? '' }));
}

/** The task of one learner. */
export const whoSaysTask = (seed: Uint8Array): WhoSaysTask => ({
  sentences: drawSentences(seed).map(({ id, says }) => ({ id, says })),
});

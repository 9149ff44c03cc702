/** Words a minute at which adults read explanatory text in their second language with care. */
const wordsPerMinute = 150;
/** Chinese characters a minute, likewise. */
const charactersPerMinute = 250;
/** Minutes for a check question with its feedback, and for a block one looks at (figure, table, timeline). */
const perQuestion = 1;
const perBlock = 0.5;

/** Words of a text; every Chinese character counts by itself. */
function countWords(text: string): { words: number; characters: number } {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
  return { words, characters };
}

/** Whole minutes a lesson takes, from its text and its blocks: at least 1. */
export function estimateMinutes(text: string, blocks: { questions: number; others: number }): number {
  const { words, characters } = countWords(text);
  const reading = words / wordsPerMinute + characters / charactersPerMinute;
  return Math.max(1, Math.round(reading + blocks.questions * perQuestion + blocks.others * perBlock));
}

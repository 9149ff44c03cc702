export type Mark = { x: number; y: number; size: number; startsModule: number | null };

const columns = 6;

/** A stream of whole numbers that depends on the seed and on nothing else (FNV-1a, then xorshift). */
function* numbers(seed: string): Generator<number, never> {
  let state = 2_166_136_261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619);
  for (;;) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield state >>> 0;
  }
}

/** One, two or three columns to either side, staying on the page, so that every link is a slope. */
function aside(column: number, random: number): number {
  const step = 1 + (random % 3);
  const to = (random >>> 8) % 2 === 0 ? column + step : column - step;
  return to < 0 || to >= columns ? 2 * column - to : to;
}

/**
 * Lays a syllabus out like a score: a row for each lesson, a square as large as the lesson is long, in a
 * column drawn from the course's address. The same course always has the same cover.
 */
export function coverScore(
  seed: string,
  modules: { minutes: number[] }[],
  area: { left: number; top: number; width: number; height: number },
): Mark[] {
  const random = numbers(seed);
  const lessons = modules.flatMap((module, index) =>
    module.minutes.map((minutes, position) => ({ minutes, startsModule: position === 0 ? index + 1 : null })),
  );
  const longest = Math.max(...lessons.map((lesson) => lesson.minutes), 1);
  const row = area.height / Math.max(lessons.length, 1);
  const largest = Math.min(row * 0.86, 30);
  let column = random.next().value % columns;
  return lessons.map(({ minutes, startsModule }, index) => {
    column = aside(column, random.next().value);
    return {
      x: area.left + ((column + 0.5) * area.width) / columns,
      y: area.top + (index + 0.5) * row,
      size: largest * (0.55 + 0.45 * (minutes / longest) ** 2),
      startsModule,
    };
  });
}

/** What of one text is read as Markdown while somebody waits, at most. */
const most = {
  lines: 20_000,
  /** Quotations and lists inside each other on one line, and on all lines together. */
  nested: 40,
  nestedInAll: 4_000,
  /** Containers that are open at once, and in all. */
  open: 12,
  containers: 2_000,
  underlines: 1_000,
  /** Marks of emphasis, links and formulas in one paragraph. */
  marks: 4_000,
};

/** What of a whole course is compiled while somebody waits. */
const mostOfCourse = { lessons: 600, characters: 6_000_000 };

/** How deep a line begins inside quotations and lists. */
function nestingOf(line: string): number {
  const start = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])(?=[ \t>]|$))+/.exec(line)?.[0] ?? '';
  return start.match(/>|[-*+]|\d+[.)]/g)?.length ?? 0;
}

/**
 * Whether a text would take a parser of Markdown longer than anybody waits. Parsers need time by the square
 * of some things; a few kilobytes that nobody would write by hand can hold a server up for a minute.
 */
export function isHeavy(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/);
  if (lines.length > most.lines) return true;
  const sums = { nested: 0, open: 0, containers: 0, underlines: 0, marks: 0 };
  let inCode = false;
  for (const line of lines) {
    const nested = nestingOf(line);
    sums.nested += nested;
    if (nested > most.nested || sums.nested - lines.length > most.nestedInAll) return true;
    if (/^\s*(=+|-+)\s*$/.test(line)) sums.underlines += 1;
    if (/^\s*:{3,}/.test(line)) {
      sums.containers += 1;
      sums.open = /^\s*:+\s*$/.test(line) ? Math.max(0, sums.open - 1) : sums.open + 1;
    }
    if (/^ {0,3}(`{3,}[^`]*|~{3,}.*)$/.test(line)) inCode = !inCode;
    const marks = line.match(/[*_~[\]!$`<]/g)?.length ?? 0;
    // Code has many, and costs little; that it is code is only a guess here.
    sums.marks = line.trim() === '' ? 0 : sums.marks + (inCode ? marks / 10 : marks);
    if (sums.open > most.open || sums.containers > most.containers) return true;
    if (sums.underlines > most.underlines || sums.marks > most.marks) return true;
  }
  return false;
}

/** Whether a course can be compiled while somebody waits for the report. */
export function isCompilable(texts: ReadonlyMap<string, string>): boolean {
  const lessons = [...texts].filter(([path]) => /\.(md|markdown)$/i.test(path));
  const characters = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
  return (
    lessons.length <= mostOfCourse.lessons &&
    characters <= mostOfCourse.characters &&
    !lessons.some(([, text]) => isHeavy(text))
  );
}

/** What a lesson does with passages, as far as coverage goes. */
export type LessonUse = {
  id: string;
  title: string;
  /** The passages it frames: named in its head or shown in its text. */
  passages: string[];
  objectives: string[];
  /** `passage` is the one a question says it tests; without it, it tests what its lesson frames. */
  questions: { id: string; objective: number | null; passage: string | null }[];
};

/** A row of the grid: one passage, or a theme with all of its passages. */
export type CoverageSubject = { id: string; label: string; passages: string[] };

/** What one lesson does with one row. */
export type CoverageCell = {
  lesson: string;
  framed: boolean;
  /** Questions that say that they test it, and those that do because their lesson frames it. */
  tagged: number;
  untagged: number;
  /** Which objectives of the lesson those questions test, from 1. */
  objectives: number[];
};

export type CoverageRow = CoverageSubject & {
  cells: (CoverageCell | null)[];
  /** `absent`: no lesson frames it. `untested`: one does, and no question tests it. */
  standing: 'absent' | 'untested' | 'tested';
};

function cellOf(subject: CoverageSubject, lesson: LessonUse): CoverageCell | null {
  const concerns = (passage: string) => subject.passages.includes(passage);
  const framed = lesson.passages.some(concerns);
  const tagged = lesson.questions.filter(({ passage }) => passage !== null && concerns(passage));
  const untagged = framed ? lesson.questions.filter(({ passage }) => passage === null) : [];
  if (!framed && tagged.length === 0) return null;
  const objectives = [...tagged, ...untagged].flatMap(({ objective }) => objective ?? []);
  return {
    lesson: lesson.id,
    framed,
    tagged: tagged.length,
    untagged: untagged.length,
    objectives: [...new Set(objectives)].sort((a, b) => a - b),
  };
}

/** What is taught and tested where: a row for each subject, a cell for each lesson. */
export function coverage(subjects: CoverageSubject[], lessons: LessonUse[]): CoverageRow[] {
  return subjects.map((subject) => {
    const cells = lessons.map((lesson) => cellOf(subject, lesson));
    const isFramed = cells.some((cell) => cell?.framed);
    const isTested = cells.some((cell) => cell && cell.tagged + cell.untagged > 0);
    return { ...subject, cells, standing: !isFramed ? 'absent' : isTested ? 'tested' : 'untested' };
  });
}

/** Passages by what they belong to; those that belong to nothing are left out. */
export function byTheme(passages: { id: string; theme: string | null }[]): CoverageSubject[] {
  const themes = new Map<string, CoverageSubject>();
  for (const { id, theme } of passages) {
    if (theme === null) continue;
    const subject = themes.get(theme) ?? { id: theme, label: theme, passages: [] };
    subject.passages.push(id);
    themes.set(theme, subject);
  }
  return [...themes.values()];
}

/** When a learner sees a grade that somebody wrote into a column. */
export const columnReleases = ['at-once', 'by-hand'] as const;

/** A column beside the quizzes of a course, whose grades people write down. */
export type GradebookColumn = { id: string; title: string; release: (typeof columnReleases)[number] };

export type GradebookCategory = { id: string; title: string; weight: number; dropLowest: number };

/**
 * How the grades of a course come to one. Weights and points are whole numbers. An item without an entry counts
 * in the first category, with 100 points; what counts in none has the category ''.
 */
export type GradebookSettings = {
  categories: GradebookCategory[];
  items: Record<string, { category: string; points: number; required: boolean }>;
  columns: GradebookColumn[];
  /** From how many percent on the course is passed. */
  pass: number;
};

/** What holds for a course until somebody sets it: everything weighs the same. */
export const usualGradebook: GradebookSettings = {
  categories: [{ id: 'all', title: 'Everything', weight: 100, dropLowest: 0 }],
  items: {},
  columns: [],
  pass: 70,
};

/** What begins the id of a column: no id of a lesson does. */
const columnSign = '~';

export const isColumn = (itemId: string): boolean => itemId.startsWith(columnSign);
export const columnId = (unique: string): string => `${columnSign}${unique}`;

/** What is graded in a course, before the settings say what it counts. */
export type GradedThing = {
  id: string;
  title: string;
  kind: 'quiz' | 'work' | 'column';
  /** From how many percent on it is passed; null where any grade above nothing passes. */
  pass: number | null;
  release: (typeof columnReleases)[number];
  /** There are grades in it, and the course has it no more. */
  gone: boolean;
};

/** An item of a gradebook: what is graded, and what it counts. */
export type GradebookItem = GradedThing & { category: string; points: number; required: boolean };

/** The items of a course by its settings, in the order of the course; columns stand last. */
export function itemsBy(settings: GradebookSettings, things: readonly GradedThing[]): GradebookItem[] {
  const known = new Set(settings.categories.map(({ id }) => id));
  const columns: GradedThing[] = settings.columns.map(({ id, title, release }) => ({
    id,
    title,
    kind: 'column',
    pass: null,
    release,
    gone: false,
  }));
  return [...things, ...columns].map((thing) => {
    const usual = { category: settings.categories[0]?.id ?? '', points: 100, required: false };
    const { category, points, required } = settings.items[thing.id] ?? usual;
    // What the course has no more is asked of nobody.
    return {
      ...thing,
      points,
      category: known.has(category) ? category : '',
      required: required && !thing.gone,
    };
  });
}

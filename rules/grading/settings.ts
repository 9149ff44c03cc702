/**
 * How the grades of a course come to one. Weights and points are whole numbers. An item without an entry counts
 * in the first category, with 100 points; what counts in none has the category ''.
 */
export type GradebookSettings = {
  categories: { id: string; title: string; weight: number; dropLowest: number }[];
  items: Record<string, { category: string; points: number; required: boolean }>;
  /** Columns beside the quizzes and the work of the course, whose grades people write down. */
  columns: { id: string; title: string }[];
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

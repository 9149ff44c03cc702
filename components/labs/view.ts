import type { ComponentType } from 'react';
import type { RunReport } from '@/kinds/labs/run';
import type { LearnerError, Values } from '@/kinds/labs/verdict';

/** What a lab draws: its task, and what becomes of it by the values that stand in the form now. */
export type LabDrawing<Task> = {
  task: Task;
  /** By the names of the fields; what nobody gave yet is missing or empty. Anything may stand in them. */
  values: Values;
  /** Puts values into the form, as one step that can be undone; null where a submission is only looked at. */
  set: ((changes: Values) => void) | null;
  /** What came of the last run, without what is hidden, where the lab runs anything. */
  report?: RunReport | null;
};

/** How a lab looks in the page, and what the page can say of work before it is handed in. */
export type LabView<Task> = {
  check: (task: Task, values: Values) => LearnerError | null;
  /** Drawn on the server, too: without a script it shows what was saved. */
  Drawing: ComponentType<LabDrawing<Task>>;
};

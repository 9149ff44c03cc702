'use client';

import type { RunReport } from '@/kinds/labs/run';
import type { Values } from '@/kinds/labs/verdict';
import { drawings } from './views';

type Props = { lab: string; task: unknown; values: Values; report: RunReport | null };

/** The drawing of a lab with values that nobody changes. */
export function ReplayedDrawing({ lab, task, values, report }: Props) {
  const Drawing = drawings[lab];
  return Drawing ? <Drawing task={task} values={values} report={report} set={null} /> : null;
}

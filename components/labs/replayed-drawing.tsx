'use client';

import { Suspense } from 'react';
import type { Values } from '@/kinds/labs/verdict';
import { drawings } from './views';

/** The drawing of a lab with values that nobody changes. */
export function ReplayedDrawing({ lab, task, values }: { lab: string; task: unknown; values: Values }) {
  const Drawing = drawings[lab];
  return (
    <Suspense fallback={<p className="lab-help">The drawing is on its way …</p>}>
      {Drawing && <Drawing task={task} values={values} set={null} />}
    </Suspense>
  );
}

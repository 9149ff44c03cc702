'use client';
import { tenderCheck } from '@/kinds/labs/tender/check';
import type { TenderTask } from '@/kinds/labs/tender/task';
import type { LabView } from '../view';
import { OldTender } from './tender/old-tender';
import { OwnBid } from './tender/own-bid';
import { Record } from './tender/record';

export const view: LabView<TenderTask> = {
  check: tenderCheck,
  /** The learner's own bid, what the other firms did, and the older tender without a salt. */
  Drawing: ({ task, values, set }) => (
    <>
      <OwnBid task={task} values={values} set={set} />
      <Record task={task} values={values} />
      <OldTender old={task.old} />
    </>
  ),
};

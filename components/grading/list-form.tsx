'use client';

import type { ReactNode } from 'react';
import type { ListPreview } from '@/features/learning/gradebook/import-grades';
import { ListPreviewNotice } from './list-preview';
import { type TwoStepAction, TwoStepForm } from './two-step-form';

/** Takes in a list of grades: what each row would do is shown before anything is set. */
export function ListForm({ action, children }: { action: TwoStepAction<ListPreview>; children: ReactNode }) {
  return (
    <TwoStepForm
      action={action}
      look="Show what it would do"
      carryOut={({ grades }) =>
        grades === 0 ? null : grades === 1 ? 'Set 1 grade' : `Set ${grades.toLocaleString('en')} grades`
      }
      show={(preview) => <ListPreviewNotice preview={preview} />}
    >
      {children}
    </TwoStepForm>
  );
}

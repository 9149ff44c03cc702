'use client';

import type { ReactNode } from 'react';
import type { TotalsPreview } from '@/features/learning/gradebook/preview-totals';
import { SettingsPreview } from './settings-preview';
import { type TwoStepAction, TwoStepForm } from './two-step-form';

/** The settings of a gradebook: whose total would change is shown before they are saved. */
export function SettingsForm({
  action,
  children,
}: {
  action: TwoStepAction<TotalsPreview>;
  children: ReactNode;
}) {
  return (
    <TwoStepForm
      action={action}
      look="See what this changes"
      carryOut={() => 'Save these settings'}
      show={(preview) => <SettingsPreview preview={preview} />}
    >
      {children}
    </TwoStepForm>
  );
}

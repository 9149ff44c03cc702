'use client';

import { use } from 'react';
import { Button } from '@/components/ui/button';
import { FormResultContext } from '@/components/ui/form-result';

/** Shows the mail as the first of the chosen would get it, after the button in the same form asked for it. */
export function MailPreview() {
  const { values } = use(FormResultContext);
  return (
    <div className="grid justify-items-start gap-4">
      <Button look="secondary" name="step" value="preview">
        Preview
      </Button>
      <div role="status" className="w-full">
        {values?.previewBody && (
          <div className="care-preview">
            <p className="text-sm text-soft">To {values.previewTo}</p>
            <p className="font-semibold">{values.previewSubject}</p>
            <pre>{values.previewBody}</pre>
          </div>
        )}
      </div>
    </div>
  );
}

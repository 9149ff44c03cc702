'use client';

import { use } from 'react';
import { Field } from '@/components/ui/field';
import { FormResultContext } from '@/components/ui/form-result';

/** Now, or at a time to come as the clocks of the course's zone show it. Without a script, too. */
export function WhenFields({ zone, today }: { zone: string; today: string }) {
  const { values } = use(FormResultContext);
  const when = values?.when ?? 'now';
  return (
    <fieldset className="pub-when" key={when}>
      <legend className="mb-2 font-semibold">When</legend>
      <label className="pub-radio">
        <input type="radio" name="when" value="now" defaultChecked={when === 'now'} />
        Now
      </label>
      <label className="pub-radio">
        <input type="radio" name="when" value="later" defaultChecked={when === 'later'} />
        At a time of your choice
      </label>
      <div className="pub-later">
        <Field name="date" label="Day" type="date" min={today} />
        <Field name="time" label="Time" type="time" />
        <p className="text-sm text-soft">
          As clocks show it in the zone of the course, {zone}. What is published then is the draft as you see
          it above, even if it is changed until then. You get a mail when it is done.
        </p>
      </div>
    </fieldset>
  );
}

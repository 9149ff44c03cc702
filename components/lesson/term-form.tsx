'use client';

import { type FormEvent, type ReactNode, useState } from 'react';
import { address, type Lesson, post } from './progress-store';

const failed = 'This was not saved. Try again when you are back online.';

/**
 * The words of a lesson, each with a button that chooses it for the daily review: a plain form, which with a script
 * leaves the reader where they are.
 */
export function TermForm({ lesson, children }: { lesson: Lesson; children: ReactNode }) {
  const [said, setSaid] = useState('');

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const button = (event.nativeEvent as SubmitEvent).submitter;
    if (!(button instanceof HTMLButtonElement)) return;
    try {
      const { status, body } = await post(address(lesson, 'terms'), { [button.name]: button.value });
      if (status !== 200) return setSaid(typeof body.message === 'string' ? body.message : failed);
      const { chosen, on } = body as { chosen: boolean; on: boolean };
      button.name = chosen ? 'stop' : 'choose';
      button.firstElementChild?.replaceChildren(chosen ? 'Stop reviewing' : 'Review this term');
      setSaid(
        chosen
          ? `It comes in your daily review${on ? '' : ', once you turn that on'}.`
          : 'It does not come any more.',
      );
    } catch {
      setSaid(failed);
    }
  };

  return (
    <form method="post" action={address(lesson, 'terms')} onSubmit={onSubmit}>
      <p role="status" className="glossary-said">
        {said}
      </p>
      {children}
    </form>
  );
}

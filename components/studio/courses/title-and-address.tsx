'use client';

import { useRef } from 'react';
import { Field } from '@/components/ui/field';
import { longestSlug, proposedSlug } from '@/rules/authoring/course-draft';

/** For titles that no address can be made from. */
const unnamed = () =>
  `course-${Array.from(crypto.getRandomValues(new Uint8Array(3)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;

/** The title of a course, and its address, which follows the title until somebody types one. */
export function TitleAndAddress({ title = '' }: { title?: string }) {
  const address = useRef<HTMLInputElement>(null);
  const typed = useRef(false);
  const spare = useRef<string | null>(null);

  function propose(words: string) {
    if (typed.current || !address.current) return;
    spare.current ??= unnamed();
    address.current.value = words.trim() === '' ? '' : (proposedSlug(words) ?? spare.current);
  }

  return (
    <>
      <Field
        name="title"
        label="Title"
        defaultValue={title}
        maxLength={200}
        autoComplete="off"
        onInput={(event) => propose(event.currentTarget.value)}
      />
      <Field
        name="slug"
        label="Address"
        hint="What comes after /courses/ in the address bar: a to z, 0 to 9 and hyphens. Left empty, it is made from the title. It stays for ever, because links and the progress of learners hold on to it."
        maxLength={longestSlug}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        ref={address}
        onInput={(event) => {
          typed.current = event.currentTarget.value !== '';
        }}
      />
    </>
  );
}

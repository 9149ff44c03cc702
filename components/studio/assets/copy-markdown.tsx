'use client';

import { CopyButton } from '@/components/studio/editor/copy-button';

/** Puts what a lesson needs to show a file on the clipboard. */
export function CopyMarkdown({ markdown }: { markdown: string }) {
  return <CopyButton text={() => markdown}>Copy</CopyButton>;
}

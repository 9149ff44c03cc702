'use client';

import { type ComponentType, type MouseEvent, useRef } from 'react';
import type { Preview } from '@/features/authoring/editor/preview-file';
import type { PreviewState } from './previewer';
import type { Editor } from './use-editor';

/** The page of a lesson, given from outside: its parts belong to the lesson, not to the studio. */
export type LessonPage = ComponentType<{ preview: Preview }>;

type Props = { state: PreviewState; editor: Editor | null; page: LessonPage; course: string };

/** The id of the block that a line of the text belongs to. */
function blockAt(text: string, line: number): string | null {
  const above = text.split('\n').slice(0, line).join('\n');
  return [...above.matchAll(/\{#([a-z0-9-]+)/g)].at(-1)?.[1] ?? null;
}

/** The lesson as learners get it, a moment after each change. It stays where it was scrolled to. */
export function PreviewPane({ state, editor, page: Page, course }: Props) {
  const pane = useRef<HTMLDivElement>(null);
  const { preview, status, message } = state;

  // A link in the preview must not take the writer away from the text.
  const follow = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    event.preventDefault();
    const href = link.getAttribute('href') ?? '';
    if (href.startsWith('#'))
      pane.current?.querySelector(`[id="${CSS.escape(href.slice(1))}"]`)?.scrollIntoView();
    else if (/^(https?:|mailto:|\/)/.test(href)) window.open(href, '_blank', 'noopener,noreferrer');
    else window.open(`/teach/${course}/preview/draft/${href}`, '_blank', 'noopener');
  };
  const showPlace = () => {
    if (!editor) return;
    const surface = editor.surface();
    const id = blockAt(surface.text(), surface.line());
    const block = id
      ? pane.current?.querySelector(`[id="${CSS.escape(id)}"]`)
      : pane.current?.firstElementChild;
    block?.scrollIntoView({ block: 'start' });
  };

  return (
    <>
      <div className="ed-pane-head">
        <h2 className="ed-pane-title">Preview</h2>
        <p className="ed-pane-note" role="status">
          {status === 'failed' && `Not up to date. ${message}`}
          {status === 'on-request' && 'This is a long text: it is previewed when you ask.'}
        </p>
        {editor && (status === 'on-request' || status === 'failed') && (
          <button type="button" className="ed-link" onClick={() => void editor.previewer.ask()}>
            Preview it now
          </button>
        )}
        {editor && status !== 'on-request' && (
          <button type="button" className="ed-link" onClick={showPlace}>
            Show where I write
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: links are clicked by the keyboard too */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only looks after the links inside */}
      <div ref={pane} className="ed-preview-scroll" onClick={follow}>
        {preview.view ? (
          <Page preview={preview} />
        ) : (
          <p className="ed-note">
            {status === 'fresh'
              ? 'There is nothing to show until the lines between the --- marks are right.'
              : 'The preview appears here.'}
          </p>
        )}
      </div>
    </>
  );
}

import { Html } from './html';

/**
 * The passages the lesson frames, with their words, speaker and the other lessons that use them, and the
 * words it explains: beside it or, on a phone, over it. Both are html.
 */
export function NotesPane({ passages, glossary }: { passages: string; glossary: string }) {
  return (
    <aside id="notes" popover="auto" aria-label="Passages and glossary" className="pane pane-right">
      {passages !== '' && (
        <section>
          <h2 className="pane-title">The source, passage by passage</h2>
          <Html className="passage-list" html={passages} />
        </section>
      )}
      {glossary !== '' && (
        <section>
          <h2 className="pane-title">Words in this lesson</h2>
          <Html as="dl" className="glossary" html={glossary} />
        </section>
      )}
    </aside>
  );
}

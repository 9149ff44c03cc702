import type { GlossaryEntry, Passage } from '@/rules/edition';
import { Html } from './html';

type Props = { passages: (Passage & { html: string })[]; terms: GlossaryEntry[] };

/** The passages the lesson frames and the words it uses, beside it or, on a phone, over it. */
export function NotesPane({ passages, terms }: Props) {
  return (
    <aside id="notes" popover="auto" aria-label="Passages and glossary" className="pane pane-right">
      {passages.length > 0 && (
        <section>
          <h2 className="pane-title">The source, passage by passage</h2>
          {passages.map((passage) => (
            <Html key={passage.id} html={passage.html} />
          ))}
        </section>
      )}
      {terms.length > 0 && (
        <section>
          <h2 className="pane-title">Words in this lesson</h2>
          <dl className="glossary">
            {terms.map((entry) => (
              <div key={entry.id}>
                <dt>
                  {entry.term} <Chinese entry={entry} />
                </dt>
                <dd>{entry.definition}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </aside>
  );
}

function Chinese({ entry }: { entry: GlossaryEntry }) {
  return entry.zh ? (
    <span className="glossary-zh">
      <span lang="zh">{entry.zh}</span>
      {entry.pinyin && (
        <>
          {' '}
          <span lang="zh-Latn">{entry.pinyin}</span>
        </>
      )}
    </span>
  ) : null;
}

/** What opens when a marked word is pressed: the browser's own popover, without a script. */
export function TermPopovers({ terms }: { terms: GlossaryEntry[] }) {
  return terms.map((entry) => (
    <div key={entry.id} id={`term-${entry.id}`} popover="auto" className="term-popover">
      <p className="term-name">
        {entry.term} <Chinese entry={entry} />
      </p>
      <p>{entry.definition}</p>
    </div>
  ));
}

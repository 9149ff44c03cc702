/** What became of a question on its way: carried, perhaps with losses, or why it was not. */
type Line = { title: string; notes: string[]; why: string | null; markdown?: string };

/** The report of an export or an import, question by question. */
export function CarriedList({ lines }: { lines: Line[] }) {
  return (
    <ul className="bank-sets">
      {lines.map(({ title, notes, why, markdown }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: titles may be the same
        <li key={index} className="bank-carried">
          <p>
            <strong className="break-words">{title}</strong>{' '}
            {why === null ? (
              <span className="text-soft">
                {notes.length === 0 ? 'comes across whole' : 'comes across, but for this:'}
              </span>
            ) : (
              <span className="font-semibold text-bad">stays behind</span>
            )}
          </p>
          {why !== null && <p>{why}</p>}
          {notes.length > 0 && (
            <ul className="list-disc pl-5">
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          )}
          {markdown && (
            <details>
              <summary className="bank-summary">
                As it will stand in the set<span className="visually-hidden">: {title}</span>
              </summary>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled to its end by keyboard */}
              <pre className="bank-markdown" tabIndex={0}>
                {markdown}
              </pre>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

/** One entry: what it is called, when it is from, what it says, and what its reader marked it with. */
export type Entry = {
  id: string;
  when: string;
  title: string;
  facts: readonly [label: string, value: string][];
  /** What its reader says of it; nothing says whether they are right. */
  mark?: string;
};

/** Entries one after another on a line, as they were written. Those that were marked say so in words. */
export function Ledger({ label, entries }: { label: string; entries: readonly Entry[] }) {
  return (
    <figure className="lab-ledger">
      <figcaption>{label}</figcaption>
      <ol>
        {entries.map(({ id, when, title, facts, mark }) => (
          <li key={id} className={mark ? 'lab-entry lab-entry-marked' : 'lab-entry'}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <circle cx={8} cy={8} r={5} />
              {mark && <path d="M8 4.5v4M8 10.5v1" />}
            </svg>
            <div>
              <p className="lab-entry-title">
                {title} <span>{when}</span>
              </p>
              <p className="lab-entry-facts">
                <code>{id}</code>
                {facts.map(([name, value]) => (
                  <span key={name}>
                    {name} <b>{value}</b>
                  </span>
                ))}
              </p>
              {mark && <p className="lab-entry-mark">You marked it: {mark}</p>}
            </div>
          </li>
        ))}
      </ol>
    </figure>
  );
}

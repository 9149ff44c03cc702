const labels: Record<string, string> = {
  speaker: 'Speaker',
  mode: 'How the words are carried',
  verb: 'Reporting verb',
  theme: 'Theme or directive',
  evidence: 'Evidence level',
  title: 'Short title',
  zh: 'Key phrase in Chinese',
  pinyin: 'Pinyin',
  paraphrase: 'In our own words',
};

/** What somebody else saved while one typed, beside what one typed: only what differs. */
export function Theirs({ theirs, typed }: { theirs: Record<string, string>; typed: Record<string, string> }) {
  const other = Object.entries(theirs).filter(
    ([name, value]) => name in labels && value !== (typed[name] ?? '').trim(),
  );
  return (
    <>
      <p>
        Somebody else saved this passage while you were writing. What you typed is below.{' '}
        {other.length === 0 ? 'Theirs says the same.' : 'Theirs says:'}
      </p>
      <dl className="source-theirs">
        {other.map(([name, value]) => (
          <div key={name}>
            <dt>{labels[name]}</dt>
            <dd>{value === '' ? 'nothing' : value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

import type { ShownImport } from '@/features/authoring/exchange/show-import';

type Group = ShownImport['groups'][number];
type Note = Group['notes'][number];

const words: Record<Group['group'], { title: string; about: string }> = {
  stops: {
    title: 'Must be put right before it can be published',
    about: 'It can be imported all the same: each of these waits in the editor, beside its line.',
  },
  changed: {
    title: 'Changed on the way',
    about: 'What other systems write otherwise. Lines are those of the file you uploaded.',
  },
  dropped: { title: 'Left out', about: 'What a course has no place for, or what nothing uses.' },
  advice: { title: 'Advice', about: 'It stops nothing.' },
  kept: { title: 'What became of which file', about: '' },
};

const shownAtOnce = 8;

/** The same said of several places is said once, with its places. */
function byMessage(notes: Note[]): { message: string; places: Note[] }[] {
  const found = new Map<string, Note[]>();
  for (const note of notes) found.set(note.message, [...(found.get(note.message) ?? []), note]);
  return [...found].map(([message, places]) => ({ message, places }));
}

/** The lines of a report by their groups, the ones that matter most first; long groups are folded. */
export function NoteGroups({ groups }: { groups: Group[] }) {
  return groups
    .filter(({ notes }) => notes.length > 0)
    .map(({ group, count, notes }) => {
      const entries = byMessage(notes);
      const rest = entries.slice(shownAtOnce);
      return (
        <section
          key={group}
          aria-labelledby={`notes-${group}`}
          className={`exchange-group exchange-${group}`}
        >
          <h2 id={`notes-${group}`}>
            {words[group].title} <span className="exchange-count">{count.toLocaleString('en')}</span>
          </h2>
          {words[group].about && <p className="text-sm text-soft">{words[group].about}</p>}
          <Entries entries={entries.slice(0, shownAtOnce)} />
          {rest.length > 0 && (
            <details className="exchange-more">
              <summary>Show {rest.length.toLocaleString('en')} more</summary>
              <Entries entries={rest} />
            </details>
          )}
        </section>
      );
    });
}

function Entries({ entries }: { entries: ReturnType<typeof byMessage> }) {
  return (
    <ul className="exchange-notes">
      {entries.map(({ message, places: [first, ...others] }) => (
        <li key={message}>
          <p>{message.charAt(0).toUpperCase() + message.slice(1)}</p>
          {first && others.length === 0 && <Place {...first} />}
          {first && others.length > 0 && (
            <details className="exchange-places">
              <summary>in {(others.length + 1).toLocaleString('en')} places</summary>
              <ul>
                {[first, ...others].map((note, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes
                  <li key={index}>
                    <Place {...note} />
                  </li>
                ))}
              </ul>
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Place({ file, line }: Note) {
  if (file === '' || file === '.') return null;
  return (
    <p className="exchange-path">
      <bdi>{file}</bdi>
      {line > 1 && <span>, line {line}</span>}
    </p>
  );
}

/** Something that can be said of a source before it is compiled. */
export type Glance = { says: string; good: boolean };

const most = 32_768;

/** What can be said of a source at a glance: its size, and what is still to be done in it. */
export function glancesAt(source: string): Glance[] {
  const bytes = new TextEncoder().encode(source).length;
  const toDo = source.split('\n').filter((line) => line.includes('// To do')).length;
  return [
    {
      says: `${bytes.toLocaleString('en-GB')} of ${most.toLocaleString('en-GB')} bytes`,
      good: bytes <= most,
    },
    {
      says:
        toDo === 0 ? 'No “To do” is left' : `“To do” is left in ${toDo} ${toDo === 1 ? 'place' : 'places'}`,
      good: toDo === 0,
    },
  ];
}

/** A list of what can be seen without compiling. */
export function BeforeRun({ of, glances }: { of: string; glances: readonly Glance[] }) {
  return (
    <div>
      <p className="lab-help">{of}, at a glance:</p>
      <ul className="lab-judged">
        {glances.map(({ says, good }) => (
          <li key={says} className={good ? 'lab-is-good' : 'lab-is-bad'}>
            {good ? '✓' : '✗'} {says}
          </li>
        ))}
      </ul>
    </div>
  );
}

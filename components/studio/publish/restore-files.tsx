import type { FileChange } from '@/rules/authoring/course-paths-changes';

type Props = { changes: Pick<FileChange, 'path' | 'how'>[]; draftIsAnEdition: boolean };

const words = {
  added: 'would come back',
  changed: 'would be overwritten',
  removed: 'would be taken out',
} as const;

const files = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** What restoring would do to the draft, file by file, and that nothing of it is lost. */
export function RestoreFiles({ changes, draftIsAnEdition }: Props) {
  const groups = (['changed', 'removed', 'added'] as const).flatMap((how) => {
    const list = changes.filter((change) => change.how === how);
    return list.length > 0 ? [{ how, list }] : [];
  });
  return (
    <div className="grid gap-3">
      {groups.map(({ how, list }) => (
        <details key={how} className="pub-lesson">
          <summary>
            <span className="min-w-0 flex-1">
              {files(list.length)} of the draft {words[how]}
            </span>
          </summary>
          <ul className="pub-lesson-body">
            {list.map(({ path }) => (
              <li key={path} className="pub-path">
                {path}
              </li>
            ))}
          </ul>
        </details>
      ))}
      <p>
        {draftIsAnEdition
          ? 'The draft as it is now is what an edition holds, so nothing is lost.'
          : 'The draft as it is now was never published. It is kept for a day, and you can bring it back.'}
      </p>
    </div>
  );
}

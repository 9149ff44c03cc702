import type { ShownImport } from '@/features/authoring/exchange/show-import';

/** The figures of a dry run at one glance: what would change, then what the report holds. */
export function ImportCounts({ shown }: { shown: ShownImport }) {
  const how = (word: string) => shown.changes.filter((change) => change.how === word).length;
  const inGroup = (name: string) => shown.groups.find(({ group }) => group === name)?.count ?? 0;
  const figures = [
    ['files added', how('added')],
    ['files changed', how('changed')],
    ['files removed', how('removed')],
    ['to put right before publishing', inGroup('stops')],
    ['changed on the way', inGroup('changed')],
    ['left out', inGroup('dropped')],
  ] as const;
  return (
    <dl className="exchange-counts">
      {figures
        .filter(([, count], index) => index < 3 || shown.way !== 'former' || count > 0)
        .map(([words, count]) => (
          <div key={words} className={count === 0 ? 'exchange-none' : undefined}>
            <dt>{words}</dt>
            <dd>{count.toLocaleString('en')}</dd>
          </div>
        ))}
    </dl>
  );
}

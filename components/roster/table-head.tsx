import { countWords } from '@/rules/tables/table-view';

type Props = {
  total: number;
  /** One of them, and several. */
  words: readonly [one: string, several: string];
  filtered: boolean;
  /** Where the export is; null for who may not take lists away. */
  exportPath: string | null;
  query: string;
};

/** How many match, and the files of exactly those. */
export function TableHead({ total, words, filtered, exportPath, query }: Props) {
  const href = (format: string) =>
    `${exportPath}?${new URLSearchParams([...new URLSearchParams(query), ['format', format]])}`;
  return (
    <div className="roster-head">
      <p role="status">
        <strong className="tabular-nums">{countWords(total)}</strong> {total === 1 ? words[0] : words[1]}
        {filtered && ' match'}
      </p>
      {exportPath !== null && total > 0 && (
        <p>
          Export these as{' '}
          <a href={href('csv')} download className="roster-link">
            CSV
          </a>{' '}
          or{' '}
          <a href={href('json')} download className="roster-link">
            JSON
          </a>
        </p>
      )}
    </div>
  );
}

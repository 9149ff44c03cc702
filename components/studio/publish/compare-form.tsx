import { buttonClass } from '@/components/ui/button-class';

type Props = { course: string; editions: number[]; from: string; to: string };

const name = (version: string): string => (version === 'draft' ? 'The draft' : `Edition ${version}`);

/** Chooses two versions to compare. A plain form: its address is that of the comparison. */
export function CompareForm({ course, editions, from, to }: Props) {
  const versions = ['draft', ...editions.map(String)];
  const select = (field: 'from' | 'to', chosen: string) => (
    <select
      id={field}
      name={field}
      defaultValue={chosen}
      className="min-h-11 rounded-md border border-rule bg-raised px-3 py-2 text-base"
    >
      {versions.map((version) => (
        <option key={version} value={version}>
          {name(version)}
        </option>
      ))}
    </select>
  );
  return (
    <form action={`/teach/${course}/editions/compare`} className="pub-compare">
      <div>
        <label htmlFor="from">From</label>
        {select('from', from)}
      </div>
      <div>
        <label htmlFor="to">To</label>
        {select('to', to)}
      </div>
      <button type="submit" className={buttonClass('secondary')}>
        Compare
      </button>
    </form>
  );
}

import { buttonClass } from '@/components/ui/button-class';

type Props = {
  /** The page that the choice is for. */
  action: string;
  /** The numbers of the editions, or of the first and last of several that are the same. */
  editions: readonly (number | { value: number; label: string })[];
  chosen: string;
  /** What stands for all of them, where that can be chosen. */
  any?: string;
};

/** Which edition is shown. A plain form, so that the choice is in the address. */
export function EditionField({ action, editions, chosen, any }: Props) {
  if (editions.length < 2) return null;
  const options = editions.map((one) =>
    typeof one === 'number' ? { value: one, label: `Edition ${one}` } : one,
  );
  return (
    <form action={action} method="get" className="figure-choice">
      <label htmlFor="edition">Edition</label>
      <select id="edition" name="edition" defaultValue={chosen}>
        {any && <option value="all">{any}</option>}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass('secondary')}>
        Show
      </button>
    </form>
  );
}

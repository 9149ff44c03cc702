import { buttonClass } from '@/components/ui/button-class';
import { dayInWords } from '../preview/words';

type Props = {
  /** The page the choice is for. */
  action: string;
  edition: string;
  editions: { number: number; publishedAt: Date }[];
};

/** Which edition the figures are of. A plain form, so that the choice is in the address. */
export function EditionChoice({ action, edition, editions }: Props) {
  if (editions.length < 2) return null;
  return (
    <form action={action} method="get" className="figure-choice">
      <label htmlFor="edition">Edition</label>
      <select id="edition" name="edition" defaultValue={edition}>
        <option value="all">All editions together</option>
        {editions.map(({ number, publishedAt }) => (
          <option key={number} value={number}>
            Edition {number}, {dayInWords(publishedAt)}
          </option>
        ))}
      </select>
      <button type="submit" className={buttonClass('secondary')}>
        Show
      </button>
    </form>
  );
}

import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';

type Props = { here: string; label: string; filtered: boolean };

/** The button of a filter, and the way back to everything where something is left out. */
export function FilterDo({ here, label, filtered }: Props) {
  return (
    <div className="library-filter-do">
      <button type="submit" className={buttonClass('secondary')}>
        {label}
      </button>
      {filtered && (
        <Link href={here} prefetch={false}>
          Show everything
        </Link>
      )}
    </div>
  );
}

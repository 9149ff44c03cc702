import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';

type Props = { home: string; label: string; filtered: boolean };

/** The button of a filter, and the way back to everything where something is left out. */
export function FilterDo({ home, label, filtered }: Props) {
  return (
    <div className="library-filter-do">
      <button type="submit" className={buttonClass('secondary')}>
        {label}
      </button>
      {filtered && (
        <Link href={home} prefetch={false}>
          Show everything
        </Link>
      )}
    </div>
  );
}

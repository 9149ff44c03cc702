import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { addressOf, type NetworkSetup, waysFrom } from '@/kinds/network/setup';

type Props = { setup: NetworkSetup; step: number; last: number };

/** Back and on through the events of a network, by links: each step has an address of its own. */
export function NetworkSteps({ setup, step, last }: Props) {
  return (
    <nav aria-label="Steps" className="flex flex-wrap gap-2">
      {waysFrom(step, last).map(({ label, to }) =>
        to !== null ? (
          <Link
            key={label}
            href={addressOf(setup, to)}
            scroll={false}
            prefetch={false}
            className={buttonClass('secondary')}
          >
            {label}
          </Link>
        ) : (
          <span key={label} aria-disabled="true" className={buttonClass('secondary')}>
            {label}
          </span>
        ),
      )}
    </nav>
  );
}

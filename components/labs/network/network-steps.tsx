import Link from 'next/link';
import { buttonClass } from '@/components/ui/button-class';
import { addressOf, type NetworkSetup } from '@/kinds/network/setup';

type Props = { setup: NetworkSetup; step: number; last: number };

/** Back and on through the events of a network, by links: each step has an address of its own. */
export function NetworkSteps({ setup, step, last }: Props) {
  const links = [
    { label: 'Start', to: 0, possible: step > 0 },
    { label: 'Back', to: step - 1, possible: step > 0 },
    { label: 'Step', to: step + 1, possible: step < last },
    { label: 'Five steps', to: Math.min(last, step + 5), possible: step < last },
    { label: 'End', to: last, possible: step < last },
  ];
  return (
    <nav aria-label="Steps" className="flex flex-wrap gap-2">
      {links.map(({ label, to, possible }) =>
        possible ? (
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

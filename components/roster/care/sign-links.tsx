import Link from 'next/link';
import { type CareSign, careSigns, careWords } from '@/rules/enrollment/care';

/** The lists of care with how many are on each; the one that is shown is marked. */
export function SignLinks({
  counts,
  current,
  hrefOf,
}: {
  counts: Record<CareSign, number>;
  current: CareSign;
  hrefOf: (sign: CareSign) => string;
}) {
  return (
    <nav aria-label="Lists" className="mb-4">
      <ul className="care-signs">
        {careSigns.map((sign) => (
          <li key={sign}>
            <Link
              className="care-sign"
              href={hrefOf(sign)}
              prefetch={false}
              aria-current={sign === current ? 'page' : undefined}
            >
              <span>{careWords[sign].label}</span> <span className="care-count">{counts[sign]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

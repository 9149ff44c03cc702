import Link from 'next/link';
import { ButtonLink } from '@/components/ui/button';

const lines = [60, 108, 156, 204, 252];
const marks = [
  [86, 60],
  [150, 108],
  [112, 156],
  [196, 204],
  [140, 252],
] as const;

/** What stands where courses will be: an empty ledger page, what a course begins as, and the way to it. */
export function FirstCourse() {
  return (
    <div className="grid items-center gap-x-16 gap-y-8 border-t border-rule pt-10 sm:grid-cols-[15rem_minmax(0,1fr)] sm:pt-14">
      <svg
        viewBox="0 0 260 312"
        aria-hidden="true"
        className="mx-auto w-44 rounded-[3px] border border-l-[5px] border-rule border-l-accent bg-raised shadow-sm sm:w-full"
      >
        <g stroke="var(--rule)">
          {lines.map((y) => (
            <path key={y} d={`M0 ${y + 24}H260`} />
          ))}
        </g>
        <path d="M40 0V312M43.5 0V312" stroke="var(--accent)" opacity="0.45" />
        <polyline
          points={marks.map((mark) => mark.join()).join(' ')}
          fill="none"
          stroke="var(--ink-soft)"
          strokeWidth="1.5"
          strokeDasharray="3 5"
        />
        {marks.map(([x, y], index) => (
          <rect
            key={y}
            x={x - 11}
            y={y - 11}
            width="22"
            height="22"
            rx="2.5"
            fill={index === 0 ? 'var(--accent)' : 'var(--raised)'}
            stroke={index === 0 ? 'var(--accent)' : 'var(--ink-soft)'}
            strokeWidth="1.5"
            strokeDasharray={index === 0 ? undefined : '3 4'}
          />
        ))}
      </svg>
      <div>
        <h2 className="text-2xl sm:text-3xl">Your first course begins with a title</h2>
        <p className="mt-4 max-w-prose text-lg text-soft">
          The rest can wait: the studio gives you a first lesson to write over, shows beside it what learners
          will see, and says what is missing. Nobody else sees any of it until you publish.
        </p>
        <div className="mt-7">
          <ButtonLink href="/teach/new">New course</ButtonLink>
        </div>
        <p className="mt-5 text-sm text-soft">
          Have you written one as files already?{' '}
          <Link
            href="/teach/import"
            prefetch={false}
            className="inline-flex min-h-6 items-center text-accent underline underline-offset-4"
          >
            Import it
          </Link>{' '}
          instead. To work on somebody else's course, ask its owner to add you.
        </p>
      </div>
    </div>
  );
}

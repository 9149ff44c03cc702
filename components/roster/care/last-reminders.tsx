import Link from 'next/link';
import { Instant } from '@/components/ui/when';
import type { CareList } from '@/features/enrollment/care/get-care';
import { careWords } from '@/rules/enrollment/care';

/** The last reminders that were sent, each leading to its proof. */
export function LastReminders({ reminders, course }: { reminders: CareList['reminders']; course: string }) {
  if (reminders.length === 0) return null;
  return (
    <section aria-labelledby="sent" className="mt-14">
      <h2 id="sent" className="mb-2 text-2xl">
        Reminders sent
      </h2>
      <ul className="border-t border-rule">
        {reminders.map(({ id, at, by, sign, sent, leftOut }) => (
          <li key={id} className="border-b border-rule">
            <Link
              href={`/teach/${course}/care/reminders/${id}`}
              prefetch={false}
              className="flex min-h-12 flex-wrap items-center justify-between gap-x-6 py-2 hover:text-accent"
            >
              <span className="underline decoration-rule underline-offset-4">
                {careWords[sign].label}: {sent} reminded
                {leftOut > 0 && `, ${leftOut} left out`}
              </span>
              <span className="text-sm text-soft">
                {by} · <Instant at={at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

import { Notice } from '@/components/ui/notice';
import { type LeftOut, leftOutWords } from '@/rules/enrollment/reminders';

/** Says that a list is reminded in parts, and what to do for the next of it. */
export function InParts({ now, toCome }: { now: number; toCome: number }) {
  return (
    <div className="mb-6 max-w-2xl">
      <Notice title={`${now.toLocaleString('en')} now, ${toCome.toLocaleString('en')} after them`}>
        At most {now.toLocaleString('en')} are reminded at once, so that it is sure who was. Send these, then
        come back to the list and remind again: the next follow, and nobody is reminded twice.
      </Notice>
    </div>
  );
}

/** How many more were left out than are named, and why. */
export function AlsoLeftOut({ reasons }: { reasons: readonly (readonly [string, number])[] }) {
  if (reasons.length === 0) return null;
  return (
    <section className="mt-8 max-w-2xl">
      <h2 className="mb-2 text-xl">Left out as well</h2>
      <ul className="list-disc pl-5">
        {reasons.map(([why, people]) => (
          <li key={why}>
            {people.toLocaleString('en')}: {leftOutWords[why as LeftOut]}
          </li>
        ))}
      </ul>
    </section>
  );
}

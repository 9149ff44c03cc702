import type { CareReview } from '@/features/enrollment/care/review-care';
import { leftOutWords } from '@/rules/enrollment/reminders';

const shownAtOnce = 20;

type Person = CareReview['people'][number];

type Props = {
  title: string;
  people: Person[];
  why?: boolean;
  /** How many there are, where these are the first of them. */
  all?: number;
};

/** People by name and address; of many the first, the rest behind a disclosure. */
export function ChosenList({ title, people, why, all = people.length }: Props) {
  if (people.length === 0) return null;
  const first = people.slice(0, shownAtOnce);
  const rest = people.slice(shownAtOnce);
  const line = (person: Person) => (
    <li key={person.id} className="border-b border-rule py-2">
      <span className="font-semibold break-words">{person.name}</span>{' '}
      <span className="text-sm break-all text-soft">{person.email}</span>
      {why && person.leftOut && <span className="block text-sm">{leftOutWords[person.leftOut]}</span>}
    </li>
  );
  return (
    <section className="mt-8">
      <h2 className="mb-2 text-xl">
        {title} ({all.toLocaleString('en')})
      </h2>
      <ul className="border-t border-rule">{first.map(line)}</ul>
      {rest.length > 0 && (
        <details className="mt-2">
          <summary className="inline-flex min-h-11 cursor-pointer items-center text-accent underline underline-offset-4">
            {rest.length.toLocaleString('en')} more
          </summary>
          <ul className="border-t border-rule">{rest.map(line)}</ul>
        </details>
      )}
      {all > people.length && (
        <p className="mt-2 text-soft">
          and {(all - people.length).toLocaleString('en')} more of the list. The page of the batch names them
          all.
        </p>
      )}
    </section>
  );
}

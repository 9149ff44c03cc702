import { Ago, Instant } from '@/components/ui/when';
import type { CarePerson } from '@/features/enrollment/care/get-care';
import { type CareSign, careWords } from '@/rules/enrollment/care';

/** The people of a list of care, each with a box to tick. On a phone a person is a card. */
export function CareTable({ people, sign, now }: { people: CarePerson[]; sign: CareSign; now: Date }) {
  return (
    <table className="care-table">
      <caption className="visually-hidden">{careWords[sign].label}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Choose</span>
          </th>
          <th scope="col">Learner</th>
          <th scope="col">Lessons done</th>
          <th scope="col">Last learned</th>
          <th scope="col">Time ends</th>
          <th scope="col">Reminded</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <PersonRow key={person.id} person={person} sign={sign} now={now} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, sign, now }: { person: CarePerson; sign: CareSign; now: Date }) {
  const { id, name, email, cohort, done, total, median, lastActiveAt, validUntil, remindedAt } = person;
  const also = person.signs.filter((other) => other !== sign);
  const notes = [
    person.suspended && 'Suspended',
    person.quiet && 'Wants no reminders',
    ...also.map((other) => careWords[other].label),
  ].filter((note) => note !== false);
  return (
    <tr>
      <td className="care-tick">
        <label>
          <input type="checkbox" name="e" value={id} />
          <span className="visually-hidden">{`Choose ${name}`}</span>
        </label>
      </td>
      <th scope="row">
        <span className="block font-semibold break-words">{name}</span>
        <span className="block text-sm font-normal break-all text-soft">{email}</span>
        {cohort && <span className="block text-sm font-normal break-words text-soft">{cohort}</span>}
        {notes.length > 0 && <span className="block text-sm font-normal">{notes.join(' · ')}</span>}
      </th>
      <td data-label="Lessons done">
        {done} of {total}
        {sign === 'behind' && <span className="text-soft"> (median {median})</span>}
      </td>
      <td data-label="Last learned">{lastActiveAt ? <Ago at={lastActiveAt} now={now} /> : 'Never began'}</td>
      <td data-label="Time ends">{validUntil ? <Instant at={validUntil} /> : '–'}</td>
      <td data-label="Reminded">{remindedAt ? <Ago at={remindedAt} now={now} /> : '–'}</td>
    </tr>
  );
}

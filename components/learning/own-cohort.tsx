type Props = { cohort: { name: string; instructors: readonly { name: string; email: string }[] } };

/** The cohort that somebody learns in, and how its instructors are reached. */
export function OwnCohort({ cohort: { name, instructors } }: Props) {
  return (
    <section aria-labelledby="cohort" className="mt-10 border-t border-rule pt-6">
      <h2 id="cohort" className="mb-2 text-xl wrap-anywhere">
        Your cohort: {name}
      </h2>
      {instructors.length > 0 && (
        <>
          <p className="text-soft">
            {instructors.length === 1 ? 'Your instructor answers' : 'Your instructors answer'} questions by
            mail.
          </p>
          <ul>
            {instructors.map((person) => (
              <li key={person.email} className="flex flex-wrap items-center gap-x-3">
                <span className="wrap-anywhere">{person.name}</span>
                <a
                  href={`mailto:${person.email}`}
                  className="inline-flex min-h-11 items-center wrap-anywhere text-accent underline underline-offset-4"
                >
                  {person.email}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

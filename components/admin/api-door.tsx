/** One door of the API, as the page about it shows it. Only words, made on the server. */
export type ShownDoor = {
  id: string;
  method: string;
  path: string;
  summary: string;
  about: string;
  scope: string;
  fields: { name: string; place: string; type: string; required: boolean; about: string | null }[];
  example: string;
};

/** Words in which code stands between backticks. */
export function WithCode({ words }: { words: string }) {
  return words.split('`').map((part, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence never change places
    index % 2 === 1 ? <code key={index}>{part}</code> : part,
  );
}

/** What one door takes, and a request that can be copied. */
export function ApiDoor({ door }: { door: ShownDoor }) {
  return (
    <section aria-labelledby={door.id} className="border-t border-rule py-8">
      <h2 id={door.id} className="text-xl">
        {door.summary}
      </h2>
      <p className="mt-1 text-sm break-all">
        <code>
          {door.method} {door.path}
        </code>
      </p>
      <p className="mt-3 max-w-prose">
        <WithCode words={door.about} />
      </p>
      <p className="mt-1 text-sm text-soft">
        Scope: <code>{door.scope}</code>
      </p>
      {door.fields.length > 0 && (
        <ul className="mt-4 grid gap-1 text-sm">
          {door.fields.map(({ name, place, type, required, about }) => (
            <li key={`${place} ${name}`}>
              <code className="font-semibold">{name}</code>{' '}
              <span className="text-soft">
                in the {place}, {type}
                {required && ', required'}
              </span>
              {about && (
                <>
                  {' '}
                  – <WithCode words={about} />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line is scrolled to with the arrow keys */}
      <pre tabIndex={0} className="mt-4 overflow-x-auto rounded-md border border-rule bg-sunk p-4 text-sm">
        {door.example}
      </pre>
    </section>
  );
}

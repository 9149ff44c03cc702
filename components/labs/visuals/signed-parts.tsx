type Part = { label: string; value: string };

/** The parts of a line that are signed together, side by side or one above the other, as there is room. */
export function SignedParts({ parts, label }: { parts: readonly Part[]; label: string }) {
  return (
    <figure className="lab-parts">
      <figcaption className="visually-hidden">{label}</figcaption>
      <ol>
        {parts.map(({ label: name, value }) => (
          <li key={name}>
            <span>{name}</span>
            <code>{value}</code>
          </li>
        ))}
      </ol>
    </figure>
  );
}

/** What the fields of passages suggest while one types: speakers and themes that are known already. */
export function Suggestions({
  speakers,
  themes,
}: {
  speakers: string[];
  themes: { value: string; label: string }[];
}) {
  return (
    <>
      <datalist id="known-speakers">
        {speakers.map((speaker) => (
          <option key={speaker} value={speaker} />
        ))}
      </datalist>
      <datalist id="known-themes">
        {themes.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </datalist>
    </>
  );
}

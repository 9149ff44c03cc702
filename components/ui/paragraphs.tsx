/** A text in its numbered paragraphs. */
export function Paragraphs({ paragraphs }: { paragraphs: readonly string[] }) {
  return (
    <ol className="work-text">
      {paragraphs.map((paragraph, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their number
        <li key={index}>{paragraph}</li>
      ))}
    </ol>
  );
}

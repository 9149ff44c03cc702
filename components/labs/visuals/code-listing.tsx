import { Scrolled } from './scrolled';

/** A source with the numbers of its lines, as the compiler and a trace speak of them. */
export function CodeListing({ label, source }: { label: string; source: string }) {
  return (
    <Scrolled label={label}>
      <ol className="lab-listing">
        {source
          .trimEnd()
          .split('\n')
          .map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at its number
            <li key={at}>
              <code>{line || ' '}</code>
            </li>
          ))}
      </ol>
    </Scrolled>
  );
}

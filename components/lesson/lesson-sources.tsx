import { Html } from './html';

/** The sources of a lesson, numbered as they are cited. */
export function LessonSources({ sources }: { sources: { id: string; html: string }[] }) {
  if (sources.length === 0) return null;
  return (
    <section className="lesson-sources" aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <ol>
        {sources.map((source) => (
          <Html as="li" key={source.id} id={`src-${source.id}`} html={source.html} />
        ))}
      </ol>
    </section>
  );
}

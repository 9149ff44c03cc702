import { Html } from './html';

/** The sources of a lesson (html of list items), numbered as they are cited. */
export function LessonSources({ sources }: { sources: string }) {
  if (sources === '') return null;
  return (
    <section className="lesson-sources" aria-labelledby="sources-title">
      <h2 id="sources-title">Sources</h2>
      <Html as="ol" html={sources} />
    </section>
  );
}

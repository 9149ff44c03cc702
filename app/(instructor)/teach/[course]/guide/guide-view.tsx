import { Html } from '@/components/lesson/html';
import { Notice } from '@/components/ui/notice';
import type { Guide } from '@/features/authoring/guide/get-guide';

/** The guide of a course with its parts listed above it. */
export function GuideView({ guide }: { guide: Pick<Guide, 'parts' | 'problems'> }) {
  const titled = guide.parts.filter(({ title }) => title !== null);
  return (
    <>
      {guide.problems.length > 0 && (
        <Notice tone="bad" title="Some of this leads nowhere">
          <ul>
            {guide.problems.map(({ line, message }) => (
              <li key={`${line} ${message}`}>
                Line {line}: {message}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {titled.length > 1 && (
        <nav aria-label="Parts of the guide" className="guide-parts">
          <ol>
            {titled.map(({ id, title }) => (
              <li key={id}>
                <a href={`#${id}`}>{title}</a>
              </li>
            ))}
          </ol>
        </nav>
      )}
      {guide.parts.map(({ id, title, html }) => (
        <section key={id} id={id} aria-label={title ?? 'Opening'} className="guide-part">
          {title !== null && <h2>{title}</h2>}
          <Html html={html} className="lesson-prose" />
        </section>
      ))}
    </>
  );
}
